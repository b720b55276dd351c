/** Excerpts of many files that explain them best in little room. */
@NullMarked
package dev.caffeinecode.code.slices;

import org.jspecify.annotations.NullMarked;
