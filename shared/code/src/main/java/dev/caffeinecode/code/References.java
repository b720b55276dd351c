package dev.caffeinecode.code;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * All references of a code graph, as numbers of {@link GraphNodes}: a few million fit into memory. Between two nodes there
 * is at most one of each kind. In the order of from, to and kind.
 */
public final class References {
    private final int[] from;
    private final int[] to;
    private final ReferenceKind[] kinds;
    private final int[] lines;
    private final byte[] weights;
    /** Where the references of each node begin, and behind them the end of all. */
    private final int[] starts;
    /** References by what they lead to, and where those of each node begin. */
    private final int[] byTarget;

    private final int[] targetStarts;

    private References(List<Entry> sorted, int nodes) {
        int size = sorted.size();
        from = new int[size];
        to = new int[size];
        kinds = new ReferenceKind[size];
        lines = new int[size];
        weights = new byte[size];
        for (int i = 0; i < size; i++) {
            Entry entry = sorted.get(i);
            from[i] = entry.from();
            to[i] = entry.to();
            kinds[i] = entry.kind();
            lines[i] = entry.line();
            weights[i] = (byte) entry.weight();
        }
        starts = starts(from, nodes);
        targetStarts = starts(to, nodes);
        byTarget = new int[size];
        int[] next = targetStarts.clone();
        for (int i = 0; i < size; i++) {
            byTarget[next[to[i]]++] = i;
        }
    }

    private static int[] starts(int[] ends, int nodes) {
        int[] starts = new int[nodes + 1];
        for (int end : ends) {
            starts[end + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return starts;
    }

    public int size() {
        return from.length;
    }

    public int from(int index) {
        return from[index];
    }

    public int to(int index) {
        return to[index];
    }

    public ReferenceKind kind(int index) {
        return kinds[index];
    }

    /** Returns the line, from 1, in the file of {@link #from}. */
    public int line(int index) {
        return lines[index];
    }

    /** Returns how sure the reference is, in percent from 1 to 100. */
    public int weight(int index) {
        return weights[index];
    }

    /** Hands over the indexes of the references that lead from a node, in their order. */
    public void from(int node, IntConsumer consumer) {
        for (int i = starts[node]; i < starts[node + 1]; i++) {
            consumer.accept(i);
        }
    }

    /** Hands over the indexes of the references that lead to a node, in their order. */
    public void to(int node, IntConsumer consumer) {
        for (int i = targetStarts[node]; i < targetStarts[node + 1]; i++) {
            consumer.accept(byTarget[i]);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof References that
                && Arrays.equals(from, that.from)
                && Arrays.equals(to, that.to)
                && Arrays.equals(kinds, that.kinds)
                && Arrays.equals(lines, that.lines)
                && Arrays.equals(weights, that.weights)
                && starts.length == that.starts.length;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(from) + Arrays.hashCode(to);
    }

    private record Entry(int from, int to, ReferenceKind kind, int line, int weight) {}

    /** Collects references in any order. */
    public static final class Builder {
        private static final Comparator<Entry> ORDER = Comparator.comparingInt(Entry::from)
                .thenComparingInt(Entry::to)
                .thenComparing(Entry::kind)
                .thenComparing(Comparator.comparingInt(Entry::weight).reversed())
                .thenComparingInt(Entry::line);

        private final List<Entry> entries = new ArrayList<>();

        /** Adds a reference; of several of one kind between two nodes the surest stays, then the first. */
        public Builder add(int from, int to, ReferenceKind kind, int line, int weight) {
            if (from < 0 || to < 0 || line < 1 || weight < 1 || weight > 100) {
                throw new IllegalArgumentException(
                        "bad reference: %d to %d, line %d, weight %d".formatted(from, to, line, weight));
            }
            entries.add(new Entry(from, to, kind, line, weight));
            return this;
        }

        /**
         * @param nodes {@link GraphNodes#count} of the graph
         * @throws IndexOutOfBoundsException if a reference leads to no node
         */
        public References build(int nodes) {
            entries.sort(ORDER);
            List<Entry> unique = new ArrayList<>(entries.size());
            for (Entry entry : entries) {
                Entry last = unique.isEmpty() ? null : unique.getLast();
                if (last == null
                        || last.from() != entry.from()
                        || last.to() != entry.to()
                        || last.kind() != entry.kind()) {
                    unique.add(entry);
                }
            }
            return new References(unique, nodes);
        }
    }
}
