/** Bytes of a repository as text, lines and excerpts. */
@NullMarked
package dev.caffeinecode.code.text;

import org.jspecify.annotations.NullMarked;
