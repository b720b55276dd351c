package dev.caffeinecode.code.slices;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.rank.Importance;
import dev.caffeinecode.code.text.TextLines;
import dev.caffeinecode.code.text.TokenEstimate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Chooses what to show of files: what is most important as a whole, then the declarations of all that is public with the
 * first sentence about each, then the rest of what is said of them, then all this of what is not public, then whatever
 * explains most for its length, and tests last.
 */
public final class Slicer {
    /** What is shown whole before anything else has at most this share of the room. */
    private static final double WHOLE = 0.5;

    /** Of a file without symbols that is larger than this share of the room only the beginning is shown. */
    private static final int FILE_SHARE = 4;

    private static final int BEGINNING_LINES = 40;

    private final CodeGraph graph;
    private final GraphNodes nodes;
    private final Importance importance;
    private final Function<String, Optional<TextLines>> sources;

    /**
     * @param nodes those of the graph
     * @param sources the text of a file of the graph's commit by its path; empty if there is none
     */
    public Slicer(
            CodeGraph graph, GraphNodes nodes, Importance importance, Function<String, Optional<TextLines>> sources) {
        this.graph = graph;
        this.nodes = nodes;
        this.importance = importance;
        this.sources = sources;
    }

    /** Returns an excerpt of files that has no more than so many tokens; the same for the same files in any order. */
    public Slice slice(Collection<String> paths, int maxTokens) {
        Choice choice = new Choice(maxTokens);
        for (String path : paths) {
            Optional<TextLines> lines = sources.apply(path);
            Optional<Integer> file = nodes.find(path);
            if (lines.isPresent() && lines.get().count() > 0 && file.isPresent()) {
                choice.add(file.get(), lines.get());
            }
        }
        return choice.slice();
    }

    /** What is chosen of some files. */
    private final class Choice {
        private final Map<String, ShownLines> shown = new TreeMap<>();
        private final List<Offer> wholes = new ArrayList<>();
        private final List<Offer> publicBriefs = new ArrayList<>();
        private final List<Offer> publicDocs = new ArrayList<>();
        private final List<Offer> otherBriefs = new ArrayList<>();
        private final List<Offer> otherDocs = new ArrayList<>();
        private final List<Offer> dense = new ArrayList<>();
        private final List<Offer> tests = new ArrayList<>();
        private final int maxTokens;
        private int left;

        private Choice(int maxTokens) {
            this.maxTokens = maxTokens;
            this.left = maxTokens;
        }

        private void add(int file, TextLines lines) {
            FileFacts facts = graph.files().get(file);
            if (shown.putIfAbsent(facts.path(), new ShownLines(facts.path(), lines)) != null) {
                return;
            }
            boolean test = facts.file().role() == FileRole.TEST;
            Outline outline = new Outline(lines);
            BitSet parents = new BitSet();
            facts.symbols().stream()
                    .filter(symbol -> !symbol.isTopLevel())
                    .forEach(symbol -> parents.set(symbol.parent()));
            for (Symbol symbol : facts.symbols()) {
                int node = nodes.node(file, symbol.id().ordinal());
                Offer brief = new Offer(facts.path(), outline.brief(symbol), importance.of(node), node);
                if (test) {
                    tests.add(brief);
                    continue;
                }
                Offer doc = new Offer(facts.path(), outline.whole(symbol), importance.of(node), node);
                Offer whole = new Offer(facts.path(), outline.body(symbol), importance.of(node), node);
                boolean isPublic = facts.isPublic(symbol);
                (isPublic ? publicBriefs : otherBriefs).add(brief);
                (isPublic ? publicDocs : otherDocs).add(doc);
                wholes.add(whole);
                if (!parents.get(symbol.id().ordinal())) {
                    dense.add(byDensity(whole));
                }
            }
            if (facts.symbols().isEmpty()) {
                Offer beginning = new Offer(facts.path(), List.of(beginning(lines)), importance.of(file), file);
                (test ? tests : dense).add(byDensity(beginning));
            }
        }

        private LineRange beginning(TextLines lines) {
            LineRange whole = new LineRange(1, lines.count());
            boolean small = lines.count() < maxTokens // or the numbers alone are too much
                    && TokenEstimate.of(lines.numbered(whole)) <= maxTokens / FILE_SHARE;
            return small ? whole : new LineRange(1, Math.min(lines.count(), BEGINNING_LINES));
        }

        private Offer byDensity(Offer offer) {
            int cost = Math.max(1, lines(offer).cost(offer.lines()));
            return new Offer(offer.path(), offer.lines(), offer.value() / cost, offer.node());
        }

        private Slice slice() {
            wholes.sort(Offer.BEST);
            wholes.stream()
                    .filter(offer -> lines(offer).cost(offer.lines()) <= maxTokens * WHOLE)
                    .findFirst()
                    .ifPresent(this::take);
            for (List<Offer> offers : List.of(publicBriefs, publicDocs, otherBriefs, otherDocs, dense, tests)) {
                offers.sort(Offer.BEST);
                offers.forEach(this::take);
            }
            StringBuilder text = new StringBuilder();
            List<Location> locations = new ArrayList<>();
            shown.values().forEach(lines -> lines.writeTo(text, locations));
            return new Slice(text.toString(), TokenEstimate.of(text), locations);
        }

        private void take(Offer offer) {
            int cost = lines(offer).cost(offer.lines());
            if (cost <= left) {
                lines(offer).show(offer.lines());
                left -= cost;
            }
        }

        private ShownLines lines(Offer offer) {
            ShownLines lines = shown.get(offer.path());
            if (lines == null) {
                throw new IllegalStateException("never added: " + offer.path());
            }
            return lines;
        }
    }
}
