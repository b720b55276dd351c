/** What files that are no code say about others of the repository: paths, full names of types, tables. */
@NullMarked
package dev.caffeinecode.code.pointers;

import org.jspecify.annotations.NullMarked;
