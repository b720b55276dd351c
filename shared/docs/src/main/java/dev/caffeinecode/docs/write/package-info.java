/** How a page comes to be: its task, its draft, and what is kept of it. */
@NullMarked
package dev.caffeinecode.docs.write;

import org.jspecify.annotations.NullMarked;
