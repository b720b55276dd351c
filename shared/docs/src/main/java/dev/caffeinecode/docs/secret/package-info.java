/** Credentials that people left in their source, made unreadable. */
@NullMarked
package dev.caffeinecode.docs.secret;

import org.jspecify.annotations.NullMarked;
