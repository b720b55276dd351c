package dev.caffeinecode.code.treesitter;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.Set;

/**
 * Compares copied trees with what the functions of the library say of them, so that a library whose trees lie otherwise
 * in memory is found before anything is believed.
 */
final class TreeCheck {
    private static final Set<Grammar> CHECKED = EnumSet.noneOf(Grammar.class);
    private static final int MAX_NODES = 2_000;

    private TreeCheck() {}

    /**
     * Checks the beginning of the first tree of a grammar in this process.
     *
     * @throws IllegalStateException if it is copied wrongly
     */
    static void check(Grammar grammar, LoadedGrammar loaded, MemorySegment tree) {
        synchronized (CHECKED) {
            if (!CHECKED.add(grammar)) {
                return;
            }
        }
        int wrong = firstDifference(new TreeCopier(Integer.MAX_VALUE).copy(tree, loaded), tree, MAX_NODES);
        if (wrong != NodeTable.NONE) {
            throw new IllegalStateException(
                    "this build of tree-sitter lays out its trees otherwise: node " + wrong + ", grammar " + grammar);
        }
    }

    /** Returns the number of the first node that is not what the library says; {@link NodeTable#NONE} if all are. */
    static int firstDifference(NodeTable nodes, MemorySegment tree, int limit) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment cursor = LibTreeSitter.cursorNew(arena, LibTreeSitter.treeRoot(arena, tree));
            try {
                return firstDifference(nodes, cursor, arena.allocate(LibTreeSitter.NODE), limit);
            } finally {
                LibTreeSitter.cursorDelete(cursor);
            }
        }
    }

    private static int firstDifference(NodeTable nodes, MemorySegment cursor, MemorySegment node, int limit) {
        int parent = NodeTable.NONE;
        int next = 0;
        while (next < limit) {
            LibTreeSitter.cursorNode((_, _) -> node, cursor);
            if (next >= nodes.count() || nodes.parent(next) != parent || !isSame(nodes, next, cursor, node)) {
                return next;
            }
            int current = next++;
            if (LibTreeSitter.cursorFirstChild(cursor)) {
                parent = current;
                continue;
            }
            while (!LibTreeSitter.cursorNextSibling(cursor)) {
                if (!LibTreeSitter.cursorParent(cursor)) {
                    return next == nodes.count() ? NodeTable.NONE : next;
                }
                parent = nodes.parent(parent);
            }
        }
        return NodeTable.NONE;
    }

    private static boolean isSame(NodeTable nodes, int number, MemorySegment cursor, MemorySegment node) {
        return nodes.kind(number) == Short.toUnsignedInt(LibTreeSitter.nodeSymbol(node))
                && nodes.isNamed(number) == LibTreeSitter.nodeIsNamed(node)
                && nodes.hasError(number) == LibTreeSitter.nodeHasError(node)
                && nodes.field(number) == Short.toUnsignedInt(LibTreeSitter.cursorField(cursor))
                && nodes.startByte(number) == LibTreeSitter.nodeStartByte(node)
                && nodes.row(number) == LibTreeSitter.nodeStartRow(node)
                && nodes.endByte(number) == LibTreeSitter.nodeEndByte(node);
    }
}
