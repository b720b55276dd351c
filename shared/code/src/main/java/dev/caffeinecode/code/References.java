package dev.caffeinecode.code;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;

/**
 * All references of a code graph, as numbers of {@link GraphNodes}: a few million fit into memory. Between two nodes there
 * is at most one of each kind. In the order of from, to and kind.
 */
public final class References {
    private static final ReferenceKind[] KINDS = ReferenceKind.values();
    private static final Map<ReferenceKind, Byte> NUMBERS = numbers();

    private final int[] from;
    private final int[] to;
    private final byte[] kinds;
    private final int[] lines;
    private final byte[] weights;
    /** Where the references of each node begin, and behind them the end of all. */
    private final int[] starts;
    /** References by what they lead to, and where those of each node begin. */
    private final int[] byTarget;

    private final int[] targetStarts;

    private References(Builder sorted, int nodes) {
        from = Arrays.copyOf(sorted.from, sorted.size);
        to = Arrays.copyOf(sorted.to, sorted.size);
        kinds = Arrays.copyOf(sorted.kinds, sorted.size);
        lines = Arrays.copyOf(sorted.lines, sorted.size);
        weights = Arrays.copyOf(sorted.weights, sorted.size);
        starts = starts(from, nodes);
        targetStarts = starts(to, nodes);
        byTarget = new int[from.length];
        int[] next = targetStarts.clone();
        for (int i = 0; i < from.length; i++) {
            byTarget[next[to[i]]++] = i;
        }
    }

    private static Map<ReferenceKind, Byte> numbers() {
        Map<ReferenceKind, Byte> numbers = new EnumMap<>(ReferenceKind.class);
        for (ReferenceKind kind : KINDS) {
            numbers.put(kind, (byte) numbers.size());
        }
        return numbers;
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
        return KINDS[kinds[index]];
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

    /** Collects references in any order. */
    public static final class Builder {
        private static final int FIRST_CAPACITY = 64;
        /** Bits that a place in a list takes, and behind it those of a weight and of a kind. */
        private static final int PLACE_BITS = 26;

        private static final int WEIGHT_BITS = 7;
        private static final int KIND_BITS = 3;
        private static final int MAX_NODE = 1 << (Long.SIZE - 1 - PLACE_BITS - WEIGHT_BITS - KIND_BITS);

        private int[] from = new int[FIRST_CAPACITY];
        private int[] to = new int[FIRST_CAPACITY];
        private byte[] kinds = new byte[FIRST_CAPACITY];
        private int[] lines = new int[FIRST_CAPACITY];
        private byte[] weights = new byte[FIRST_CAPACITY];
        private int size;

        /** Adds a reference; of several of one kind between two nodes the surest stays, at the first of its lines. */
        public Builder add(int source, int target, ReferenceKind kind, int line, int weight) {
            if (source < 0 || target < 0 || target >= MAX_NODE || line < 1 || weight < 1 || weight > 100) {
                throw new IllegalArgumentException(
                        "bad reference: %d to %d, line %d, weight %d".formatted(source, target, line, weight));
            }
            if (size == from.length) {
                makeRoom(size * 2);
            }
            from[size] = source;
            to[size] = target;
            kinds[size] = Objects.requireNonNull(NUMBERS.get(kind));
            lines[size] = line;
            weights[size] = (byte) weight;
            size++;
            return this;
        }

        /** Adds what another builder has collected. */
        public void addAll(Builder others) {
            makeRoom(Math.max(from.length, size + others.size));
            System.arraycopy(others.from, 0, from, size, others.size);
            System.arraycopy(others.to, 0, to, size, others.size);
            System.arraycopy(others.kinds, 0, kinds, size, others.size);
            System.arraycopy(others.lines, 0, lines, size, others.size);
            System.arraycopy(others.weights, 0, weights, size, others.size);
            size += others.size;
        }

        private void makeRoom(int room) {
            from = Arrays.copyOf(from, room);
            to = Arrays.copyOf(to, room);
            kinds = Arrays.copyOf(kinds, room);
            lines = Arrays.copyOf(lines, room);
            weights = Arrays.copyOf(weights, room);
        }

        /**
         * @param nodes {@link GraphNodes#count} of the graph
         * @throws IndexOutOfBoundsException if a reference leads from or to no node
         */
        public References build(int nodes) {
            int[] places = bySource(nodes);
            Builder sorted = new Builder();
            for (int begin = 0; begin < size; ) {
                int end = begin;
                while (end < size && from[places[end]] == from[places[begin]]) {
                    end++;
                }
                addSorted(sorted, Arrays.copyOfRange(places, begin, end));
                begin = end;
            }
            return new References(sorted, nodes);
        }

        /** Returns the places of the references, those from one node together. */
        private int[] bySource(int nodes) {
            int[] next = starts(Arrays.copyOf(from, size), nodes);
            int[] places = new int[size];
            for (int i = 0; i < size; i++) {
                places[next[from[i]]++] = i;
            }
            return places;
        }

        /** Adds the references from one node, in the order of targets and kinds, each once. */
        private void addSorted(Builder sorted, int[] places) {
            long[] keys = new long[places.length];
            for (int i = 0; i < keys.length; i++) {
                int place = places[i];
                long key = ((long) to[place] << KIND_BITS) | kinds[place];
                keys[i] = (((key << WEIGHT_BITS) | (100 - weights[place])) << PLACE_BITS) | i;
            }
            Arrays.sort(keys);
            long last = -1;
            for (long key : keys) {
                int place = places[(int) (key & ((1 << PLACE_BITS) - 1))];
                long edge = key >>> (PLACE_BITS + WEIGHT_BITS);
                int known = sorted.size - 1;
                if (edge != last) {
                    sorted.add(from[place], to[place], KINDS[kinds[place]], lines[place], weights[place]);
                } else if (weights[place] == sorted.weights[known]) {
                    sorted.lines[known] = Math.min(sorted.lines[known], lines[place]);
                }
                last = edge;
            }
        }
    }
}
