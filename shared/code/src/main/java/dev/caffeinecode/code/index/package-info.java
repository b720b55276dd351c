/** Builds the code graph of a commit from its files, given one after the other. */
@NullMarked
package dev.caffeinecode.code.index;

import org.jspecify.annotations.NullMarked;
