/** Who is asking. */
@NullMarked
package dev.caffeinecode.identity;

import org.jspecify.annotations.NullMarked;
