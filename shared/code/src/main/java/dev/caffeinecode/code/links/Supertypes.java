package dev.caffeinecode.code.links;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.mentions.Mention;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which types of the repository a type is derived from. */
final class Supertypes {
    /** Deeper hierarchies are those of circles in broken code. */
    private static final int MAX_TYPES = 50;

    private final SourceFiles files;
    private final Values values;
    private final Map<Integer, Map<Integer, List<Mention>>> stated = new HashMap<>();
    private final Map<Integer, int[]> known = new HashMap<>();
    private int unfinished;

    Supertypes(SourceFiles files, Values values) {
        this.files = files;
        this.values = values;
    }

    /** Returns the types that a type names as those it extends and implements. */
    int[] of(int type) {
        int[] before = known.putIfAbsent(type, NodeMap.NONE); // meanwhile, should it be asked for again
        if (before != null) {
            return before;
        }
        unfinished++;
        int file = files.fileOf(type);
        int[] found = stated(file).getOrDefault(files.symbol(type).id().ordinal(), List.of()).stream()
                .map(mention -> values.of(file, mention))
                .flatMapToInt(value -> value instanceof Value.Named(int[] nodes)
                        ? Arrays.stream(nodes).filter(node -> node != type && values.isTypeOrModule(node))
                        : Arrays.stream(NodeMap.NONE))
                .distinct()
                .toArray();
        known.put(type, found);
        unfinished--;
        return found;
    }

    /** Returns whether supertypes are being looked for: meanwhile answers may leave some out. */
    boolean isUnfinished() {
        return unfinished > 0;
    }

    private Map<Integer, List<Mention>> stated(int file) {
        return stated.computeIfAbsent(file, _ -> {
            Map<Integer, List<Mention>> byType = new HashMap<>();
            for (Mention mention : files.mentions(file).mentions()) {
                if (mention.kind() == ReferenceKind.EXTENDS || mention.kind() == ReferenceKind.IMPLEMENTS) {
                    byType.merge(mention.from(), List.of(mention), Supertypes::concat);
                }
            }
            return byType;
        });
    }

    private static List<Mention> concat(List<Mention> a, List<Mention> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    /** Returns the members of a type under a name, those of the nearest types that have any. */
    int[] members(SymbolTable symbols, int type, String name) {
        int[] direct = symbols.members(type, name);
        if (direct.length > 0 || of(type).length == 0) {
            return direct;
        }
        Deque<Integer> open = new ArrayDeque<>(List.of(type));
        Set<Integer> seen = new HashSet<>(open);
        while (!open.isEmpty() && seen.size() < MAX_TYPES) {
            int each = open.removeFirst();
            int[] own = symbols.members(each, name);
            if (own.length > 0) {
                return own;
            }
            for (int base : of(each)) {
                if (seen.add(base)) {
                    open.addLast(base);
                }
            }
        }
        return NodeMap.NONE;
    }
}
