package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.EntryPoint;
import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.treesitter.SyntaxParser;
import dev.caffeinecode.code.treesitter.SyntaxTree;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Reads sources in tests and writes what was found as text that a person can check. */
final class Shown {
    private Shown() {}

    static SymbolReading read(Language language, String path, String source) {
        return read(language, path, source, WalkLimits.DEFAULT);
    }

    static SymbolReading read(Language language, String path, String source, WalkLimits limits) {
        byte[] utf8 = source.getBytes(StandardCharsets.UTF_8);
        try (SyntaxParser parser = new SyntaxParser()) {
            SyntaxTree tree = SymbolReader.parse(
                            parser, SymbolReader.grammar(language).orElseThrow(), utf8, Duration.ofSeconds(20))
                    .orElseThrow();
            return SymbolReader.read(tree, language, path, limits);
        }
    }

    /** Writes one line per symbol, members indented: lines, kind, name, visibility, signature, documentation. */
    static String text(SymbolReading reading) {
        StringBuilder text = new StringBuilder();
        for (Symbol symbol : reading.symbols()) {
            text.append("  ".repeat(depth(symbol, reading.symbols())))
                    .append(symbol.lines())
                    .append(' ')
                    .append(symbol.kind().label())
                    .append(' ')
                    .append(symbol.name().qualified())
                    .append(" [")
                    .append(symbol.visibility().label())
                    .append("] ")
                    .append(symbol.signature())
                    .append(documentation(symbol))
                    .append('\n');
        }
        for (EntryPoint entry : reading.entryPoints()) {
            text.append("entry ")
                    .append(entry.source().lines())
                    .append(' ')
                    .append(entry.kind().label())
                    .append(' ')
                    .append(entry.name())
                    .append('\n');
        }
        reading.notes().forEach(note -> text.append("note ").append(note.text()).append('\n'));
        return text.toString();
    }

    private static String documentation(Symbol symbol) {
        Docstring doc = symbol.docstring();
        return doc == null ? "" : " // " + doc.lines() + ": " + doc.text().replace("\n", "\\n");
    }

    private static int depth(Symbol symbol, List<Symbol> all) {
        int depth = 0;
        for (int parent = symbol.parent();
                parent != Symbol.NO_PARENT;
                parent = all.get(parent).parent()) {
            depth++;
        }
        return depth;
    }
}
