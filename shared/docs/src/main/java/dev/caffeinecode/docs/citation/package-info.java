/** Statements tied to lines of the source. */
@NullMarked
package dev.caffeinecode.docs.citation;

import org.jspecify.annotations.NullMarked;
