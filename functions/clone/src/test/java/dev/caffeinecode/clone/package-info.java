/** Tests of the clone function as Lambda calls it, and what its benchmark runs. */
@NullMarked
package dev.caffeinecode.clone;

import org.jspecify.annotations.NullMarked;
