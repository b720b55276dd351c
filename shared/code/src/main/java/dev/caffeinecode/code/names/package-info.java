/** Tells which names there are in a repository, as documents write them. */
@NullMarked
package dev.caffeinecode.code.names;

import org.jspecify.annotations.NullMarked;
