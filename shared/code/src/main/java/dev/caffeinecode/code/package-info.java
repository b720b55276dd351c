/** The code graph of one commit: files, symbols and facts, found without running anything. */
@NullMarked
package dev.caffeinecode.code;

import org.jspecify.annotations.NullMarked;
