package dev.caffeinecode.docs.plan;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.References;

import java.util.ArrayList;
import java.util.List;

/** Counts references between two pages and remembers the clearest, at most one of each file. */
final class Tally {
    /** So many can be looked up. */
    static final int EXAMPLES = 3;

    private static final int WHOLE = 100;

    /** A reference and the file that it is in, by their numbers. */
    private record Seen(int index, int file) {}

    private final List<Seen> best = new ArrayList<>();
    private long percents;

    /** @param file number of the file that the reference is in */
    void add(References references, int index, int file) {
        percents += references.weight(index);
        Seen seen = new Seen(index, file);
        int at = 0;
        while (at < best.size() && !isClearer(references, index, best.get(at).index())) {
            if (best.get(at).file() == file) {
                return; // a clearer one of this file is known
            }
            at++;
        }
        if (at < EXAMPLES) {
            best.removeIf(each -> each.file() == file);
            best.add(at, seen);
            if (best.size() > EXAMPLES) {
                best.removeLast();
            }
        }
    }

    /** Surer first, then the stronger kind, then as the references are ordered. */
    private static boolean isClearer(References references, int one, int other) {
        if (references.weight(one) != references.weight(other)) {
            return references.weight(one) > references.weight(other);
        }
        int kinds = references.kind(one).compareTo(references.kind(other));
        return kinds < 0 || (kinds == 0 && one < other);
    }

    ModulePages.Use use(String from, String to, CodeGraph graph, References references) {
        List<Location> examples = new ArrayList<>();
        for (Seen seen : best) {
            int line = references.line(seen.index());
            examples.add(new Location(graph.files().get(seen.file()).path(), new LineRange(line, line)));
        }
        return new ModulePages.Use(
                from, to, (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(percents, WHOLE)), examples);
    }
}
