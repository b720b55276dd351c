package dev.caffeinecode.code.links;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The nodes that have a name, in the order in which they were added. */
final class NodeMap {
    static final int[] NONE = {};

    /** Of each name how many nodes it has, and these; there may be room for more. */
    private final Map<String, int[]> nodes = new HashMap<>();

    void add(String name, int node) {
        int[] known = nodes.get(name);
        if (known == null) {
            nodes.put(name, new int[] {1, node});
            return;
        }
        int[] room = known;
        if (known[0] + 1 == known.length) {
            room = Arrays.copyOf(known, known.length * 2);
            nodes.put(name, room);
        }
        room[++room[0]] = node;
    }

    int[] get(String name) {
        int[] known = nodes.get(name);
        return known == null ? NONE : Arrays.copyOfRange(known, 1, known[0] + 1);
    }
}
