/** Pieces of files that are small enough to be embedded and whole enough to be understood. */
@NullMarked
package dev.caffeinecode.code.chunks;

import org.jspecify.annotations.NullMarked;
