package dev.caffeinecode.code.bench;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.References;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares which file of a repository imports which other with what the language's own resolver says. The resolver may
 * know only some of the files: the others are left out of both.
 */
final class ImportsCheck {
    private static final int EXAMPLES = 12;

    /** One file refers to another. */
    private record Pair(String from, String to) {
        static Pair parse(String line) {
            String[] parts = line.split("\t", 2);
            return new Pair(parts[0], parts[1]);
        }

        @Override
        public String toString() {
            return from + " -> " + to;
        }
    }

    private ImportsCheck() {}

    /**
     * @param wanted which references are compared
     * @param expected lines of a file, a tab and the file that it imports or refers to
     */
    static String compare(CodeGraph graph, Predicate<ReferenceKind> wanted, Path expected) throws IOException {
        Set<Pair> theirs = Files.readAllLines(expected).stream()
                .map(Pair::parse)
                .filter(pair -> !pair.from().equals(pair.to()))
                .filter(pair ->
                        isRead(graph, pair.from()) && graph.find(pair.to()).isPresent())
                .collect(Collectors.toSet());
        Set<String> known = theirs.stream().map(Pair::from).collect(Collectors.toSet());
        Set<String> imported = theirs.stream().map(Pair::to).collect(Collectors.toSet());
        Set<Pair> ours = ours(graph, wanted).stream()
                .filter(pair -> known.contains(pair.from()) && imported.contains(pair.to()))
                .collect(Collectors.toSet());
        Set<Pair> missing = difference(theirs, ours);
        Set<Pair> more = difference(ours, theirs);
        Set<Pair> handed = handedOn(theirs, more);
        return "%d files name others %d times; %d missing, recall %.2f %%; %d more, %d of them handed on by one named, precision without these %.2f %%%n"
                        .formatted(
                                known.size(),
                                theirs.size(),
                                missing.size(),
                                percent(theirs.size() - missing.size(), theirs.size()),
                                more.size(),
                                handed.size(),
                                percent(ours.size() - more.size(), ours.size() - handed.size()))
                + examples("missing", missing)
                + examples("more", difference(more, handed));
    }

    /** Returns whether a file is one that people wrote here: what is generated or copied is not read, on purpose. */
    private static boolean isRead(CodeGraph graph, String path) {
        return graph.find(path).stream().noneMatch(Definitions::isApart)
                && graph.find(path).isPresent();
    }

    /** Returns those pairs that the resolver leads to over other files: what a name stands for is defined there. */
    private static Set<Pair> handedOn(Set<Pair> theirs, Set<Pair> more) {
        Map<String, Set<String>> named = theirs.stream()
                .collect(Collectors.groupingBy(Pair::from, Collectors.mapping(Pair::to, Collectors.toSet())));
        Map<String, Set<String>> reached = new HashMap<>();
        return more.stream()
                .filter(pair -> reached.computeIfAbsent(pair.from(), from -> reach(from, named))
                        .contains(pair.to()))
                .collect(Collectors.toSet());
    }

    private static Set<String> reach(String from, Map<String, Set<String>> named) {
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String each : named.getOrDefault(open.removeFirst(), Set.of())) {
                if (seen.add(each)) {
                    open.addLast(each);
                }
            }
        }
        return seen;
    }

    private static Set<Pair> ours(CodeGraph graph, Predicate<ReferenceKind> wanted) {
        GraphNodes nodes = graph.nodes();
        References references = graph.references();
        Set<Pair> pairs = new HashSet<>();
        for (int i = 0; i < references.size(); i++) {
            if (!nodes.isPackage(references.to(i)) && wanted.test(references.kind(i))) {
                int from = nodes.fileOf(references.from(i));
                int to = nodes.fileOf(references.to(i));
                if (from != to) {
                    pairs.add(new Pair(nodes.file(from).path(), nodes.file(to).path()));
                }
            }
        }
        return pairs;
    }

    private static Set<Pair> difference(Set<Pair> of, Set<Pair> without) {
        Set<Pair> rest = new TreeSet<>(Comparator.comparing(Pair::from).thenComparing(Pair::to));
        rest.addAll(of);
        rest.removeAll(without);
        return rest;
    }

    private static double percent(int part, int of) {
        return of == 0 ? 100 : 100.0 * part / of;
    }

    private static String examples(String name, Set<Pair> pairs) {
        List<Pair> some = pairs.stream().limit(EXAMPLES).toList();
        return some.stream().map(pair -> "    %s %s%n".formatted(name, pair)).collect(Collectors.joining());
    }
}
