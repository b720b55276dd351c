/** Tests of search. */
@NullMarked
package dev.caffeinecode.search;

import org.jspecify.annotations.NullMarked;
