/** Markdown that is safe to show and whose links all lead somewhere. */
@NullMarked
package dev.caffeinecode.docs.markdown;

import org.jspecify.annotations.NullMarked;
