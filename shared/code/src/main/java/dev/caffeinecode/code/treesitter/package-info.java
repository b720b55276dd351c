/**
 * Syntax trees by tree-sitter, called through the JDK's foreign function interface.
 *
 * <p>Only the functions this module needs are bound, straight to the C library inside the bonede jars. The official
 * binding (jtreesitter) allocates per node, keeps what it read until its parser is closed and walks at half the speed.
 */
@NullMarked
package dev.caffeinecode.code.treesitter;

import org.jspecify.annotations.NullMarked;
