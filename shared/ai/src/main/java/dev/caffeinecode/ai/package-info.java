/** Models that write and models that embed, and what they cost. */
@NullMarked
package dev.caffeinecode.ai;

import org.jspecify.annotations.NullMarked;
