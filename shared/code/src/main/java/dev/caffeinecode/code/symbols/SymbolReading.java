package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.EntryPoint;
import dev.caffeinecode.code.FileNote;
import dev.caffeinecode.code.Symbol;

import java.util.List;

/**
 * What the syntax tree of a file tells.
 *
 * @param spans where the symbols are
 */
public record SymbolReading(
        List<Symbol> symbols, List<EntryPoint> entryPoints, List<FileNote> notes, SymbolSpans spans) {
    /** What is told by a file without a tree. */
    public static final SymbolReading NOTHING = new SymbolReading(List.of(), List.of(), List.of(), SymbolSpans.NONE);

    public SymbolReading {
        symbols = List.copyOf(symbols);
        entryPoints = List.copyOf(entryPoints);
        notes = List.copyOf(notes);
    }
}
