package dev.caffeinecode.docs.verify;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.docs.citation.Citation;
import dev.caffeinecode.docs.citation.Sources;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells whether cited lines hold names: in their words, in the path of their file, or as what they are a part of. */
final class CitedLines {
    /** Lines that are read for one draft; what cites more is left undecided. */
    private static final int MAX_LINES = 500_000;

    /** Symbols that are looked through for one draft. */
    private static final int MAX_SYMBOLS = 20_000_000;

    private final CodeGraph graph;
    private final Sources sources;
    private final Map<Citation, Set<String>> known = new HashMap<>();
    private int linesLeft = MAX_LINES;
    private int symbolsLeft = MAX_SYMBOLS;

    CitedLines(CodeGraph graph, Sources sources) {
        this.graph = graph;
        this.sources = sources;
    }

    /** @param names whose last parts are looked for, whatever their case */
    Support support(Collection<CodeNames.Name> names, List<Citation> citations) {
        if (names.isEmpty() || citations.isEmpty()) {
            return Support.UNDECIDED;
        }
        int found = 0;
        for (CodeNames.Name name : names) {
            for (Citation citation : citations) {
                Set<String> words = known.computeIfAbsent(citation, this::words);
                if (words.isEmpty()) {
                    return Support.UNDECIDED;
                }
                if (holds(words, citation, name)) {
                    found++;
                    break;
                }
            }
        }
        if (found == 0) {
            return Support.UNSUPPORTED;
        }
        return found == names.size() ? Support.SUPPORTED : Support.UNDECIDED;
    }

    boolean holdAny(Collection<CodeNames.Name> names, List<Citation> citations) {
        return citations.stream()
                .anyMatch(citation -> names.stream()
                        .anyMatch(name -> holds(known.computeIfAbsent(citation, this::words), citation, name)));
    }

    private static boolean holds(Set<String> words, Citation citation, CodeNames.Name name) {
        String text = name.text();
        if (text.contains("/")) {
            return citation.path().endsWith(text) || hasPart(words, text, '/');
        }
        return words.contains(text.toLowerCase(Locale.ROOT)) || hasPart(words, text, '.');
    }

    /** The last part, without an extension if it is a file. */
    private static boolean hasPart(Set<String> words, String text, char separator) {
        String last = text.substring(text.lastIndexOf(separator) + 1).toLowerCase(Locale.ROOT);
        int dot = last.indexOf('.');
        return words.contains(dot > 0 ? last.substring(0, dot) : last);
    }

    /** Empty when there is too much to read. */
    private Set<String> words(Citation citation) {
        List<Symbol> symbols = graph.symbolsOf(citation.path());
        LineRange range = citation.lines();
        if (range.count() > linesLeft || symbols.size() > symbolsLeft) {
            return Set.of();
        }
        linesLeft -= range.count();
        symbolsLeft -= symbols.size();
        Set<String> words = new HashSet<>();
        sources.find(citation.path())
                .filter(lines -> lines.has(range))
                .ifPresent(lines -> Words.addTo(words, lines.lines(range).toLowerCase(Locale.ROOT)));
        String path = citation.path().toLowerCase(Locale.ROOT);
        Words.addTo(words, path);
        words.add(path.substring(path.lastIndexOf('/') + 1));
        for (Symbol symbol : symbols) {
            if (symbol.lines().contains(range)) {
                words.add(symbol.name().simple().toLowerCase(Locale.ROOT));
                Words.addTo(words, symbol.name().qualifier().toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
