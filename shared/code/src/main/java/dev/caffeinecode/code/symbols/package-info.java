/** The symbols that source files define, read from their syntax trees: one class of rules per language. */
@NullMarked
package dev.caffeinecode.code.symbols;

import org.jspecify.annotations.NullMarked;
