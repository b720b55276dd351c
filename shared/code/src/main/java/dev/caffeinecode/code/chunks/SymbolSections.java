package dev.caffeinecode.code.chunks;

import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Symbol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The symbols of a file as sections, each in what encloses it in the text, with its docstring if that stands above. */
final class SymbolSections {
    /** A docstring further above is that of something else around the symbol. */
    private static final int MAX_GAP = 3;

    private final List<Spot> spots;
    private int next;

    private record Spot(LineRange lines, Symbol symbol) {}

    private SymbolSections(List<Spot> spots) {
        this.spots = spots;
    }

    static List<Section> of(List<Symbol> symbols, int lineCount) {
        List<Spot> spots = new ArrayList<>();
        for (Symbol symbol : symbols) {
            int last = Math.min(lineCount, symbol.lines().last());
            int first = Math.min(last, first(symbol));
            spots.add(new Spot(new LineRange(first, last), symbol));
        }
        spots.sort(Comparator.comparingInt((Spot spot) -> spot.lines().first())
                .thenComparing(spot -> spot.lines().last(), Comparator.reverseOrder())
                .thenComparingInt(spot -> spot.symbol().id().ordinal()));
        return new SymbolSections(spots).inside(new LineRange(1, lineCount));
    }

    private static int first(Symbol symbol) {
        int first = symbol.lines().first();
        Docstring doc = symbol.docstring();
        if (doc == null) {
            return first;
        }
        boolean above = doc.lines().last() < first && first - doc.lines().last() <= MAX_GAP;
        return above ? doc.lines().first() : first;
    }

    /** Takes the symbols that begin in some lines; of those that share a line with the one before only what follows. */
    private List<Section> inside(LineRange around) {
        List<Section> sections = new ArrayList<>();
        int free = around.first();
        while (next < spots.size() && spots.get(next).lines().first() <= around.last()) {
            Spot spot = spots.get(next++);
            int first = Math.max(free, spot.lines().first());
            int last = Math.min(around.last(), spot.lines().last());
            if (first <= last) {
                LineRange lines = new LineRange(first, last);
                sections.add(new Section(lines, spot.symbol(), "", inside(lines)));
                free = last + 1;
            }
        }
        return sections;
    }
}
