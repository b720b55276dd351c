/** From a snapshot to its code graph and what can be searched of it. */
@NullMarked
package dev.caffeinecode.index;

import org.jspecify.annotations.NullMarked;
