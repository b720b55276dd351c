/** How a code graph is stored. */
@NullMarked
package dev.caffeinecode.code.format;

import org.jspecify.annotations.NullMarked;
