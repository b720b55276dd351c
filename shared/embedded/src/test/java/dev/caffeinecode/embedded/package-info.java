/** Tests of the stand-ins, against real processes and the real AWS SDK. */
@NullMarked
package dev.caffeinecode.embedded;

import org.jspecify.annotations.NullMarked;
