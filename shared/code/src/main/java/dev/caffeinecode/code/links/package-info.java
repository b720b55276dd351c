/** Turns what files say about each other into references between the files, symbols and packages that are meant. */
@NullMarked
package dev.caffeinecode.code.links;

import org.jspecify.annotations.NullMarked;
