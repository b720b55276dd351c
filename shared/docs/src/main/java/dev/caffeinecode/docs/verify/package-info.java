/** Checks what a page says against the source, without a model, and takes out what does not stand. */
@NullMarked
package dev.caffeinecode.docs.verify;

import org.jspecify.annotations.NullMarked;
