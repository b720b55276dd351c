/** Tests of the stand-ins, through the real clients. */
@NullMarked
package dev.caffeinecode.testing;

import org.jspecify.annotations.NullMarked;
