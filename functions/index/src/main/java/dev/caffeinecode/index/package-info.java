/** From a snapshot to its code graph. */
@NullMarked
package dev.caffeinecode.index;

import org.jspecify.annotations.NullMarked;
