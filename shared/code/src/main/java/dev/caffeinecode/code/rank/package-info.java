/** How important the files and symbols of a repository are to somebody who wants to understand it. */
@NullMarked
package dev.caffeinecode.code.rank;

import org.jspecify.annotations.NullMarked;
