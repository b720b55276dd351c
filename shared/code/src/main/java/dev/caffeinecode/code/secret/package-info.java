/** Credentials that people left in their source, made unreadable. */
@NullMarked
package dev.caffeinecode.code.secret;

import org.jspecify.annotations.NullMarked;
