package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.Symbol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Which bytes of a file its symbols are, in the order of their ordinals, in which they begin. */
public final class SymbolSpans {
    /** Of a file without symbols. */
    public static final SymbolSpans NONE = new SymbolSpans(List.of());

    private final int[] starts;
    private final int[] ends;
    private final int[] nodes;
    private final Map<String, Integer> types;

    SymbolSpans(List<Draft> drafts) {
        starts = new int[drafts.size()];
        ends = new int[drafts.size()];
        nodes = new int[drafts.size()];
        types = SymbolReader.types(drafts);
        for (int i = 0; i < starts.length; i++) {
            Draft.Place place = drafts.get(i).place();
            starts[i] = place.start();
            nodes[i] = place.node().startByte();
            ends[i] = place.node().endByte();
        }
    }

    /** Returns a position at the beginning of the file. */
    public Position beginning() {
        return new Position();
    }

    /** A place in a file that moves towards its end. */
    public final class Position {
        private final Deque<Integer> open = new ArrayDeque<>();
        private int next;

        private Position() {}

        /** Goes on to an offset, which is never before the last one. */
        public void moveTo(int offset) {
            while (next < starts.length && starts[next] <= offset) {
                open.addFirst(next++);
            }
            open.removeIf(ordinal -> ends[ordinal] <= offset);
        }

        /** Returns the ordinal of the innermost symbol here; {@link Symbol#NO_PARENT} outside of all. */
        public int innermost() {
            return open.isEmpty() ? Symbol.NO_PARENT : open.getFirst();
        }

        /** Returns the ordinal of the type of a simple name in the file. */
        public OptionalInt type(String name) {
            Integer ordinal = types.get(name);
            return ordinal == null ? OptionalInt.empty() : OptionalInt.of(ordinal);
        }

        /** Returns the ordinals of the symbols that a node at this place defines, as a whole or with a part of it. */
        public List<Integer> definedBy(int start, int end) {
            List<Integer> defined = new ArrayList<>();
            for (int ordinal : open) {
                if (nodes[ordinal] == start && ends[ordinal] == end) {
                    defined.add(ordinal);
                }
            }
            return defined;
        }
    }
}
