package dev.caffeinecode.code.treesitter;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * Copies the visible nodes of a native tree, in one pass over the memory of the tree, because calls into the
 * library for every node are dear (docs/adr/0004).
 *
 * <p>What is read is {@code Subtree} of tree-sitter 0.26 ({@code lib/src/subtree.h}) as compilers lay it out on the
 * 64-bit little-endian systems that {@link NativeLibraries} knows. {@link TreeCheck} compares the first tree of every
 * grammar with what the functions of the library say. Belongs to one thread.
 */
final class TreeCopier {
    /** All memory, without which no pointer can be followed. */
    @SuppressWarnings("restricted")
    private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    /** The longs of {@code SubtreeHeapData} that are of interest; the pointers to the children stand before them. */
    private static final int HEADER = 9;

    private static final int CHILD_COUNT = 4; // upper half; lower half: error cost

    /** Room for more children or levels than this is given back after a file. */
    private static final int MAX_KEPT = 1 << 16;

    private static final int VISIBLE = 1;
    private static final int NAMED = 2;
    private static final int EXTRA = 4;

    private final int maxNodes;
    private final Subtree current = new Subtree();
    private final long[] header = new long[HEADER];
    private final NodeTable nodes = new NodeTable();
    private final List<Frame> frames = new ArrayList<>();
    private long[] children = new long[256];

    /** A node whose children are being copied. */
    private static final class Frame {
        int base;
        int count;
        int next;
        int structural;
        int production;
        int bytes;
        int rows;
        int node;
        boolean visible;
        int field;
    }

    /** What of a subtree does not depend on where it stands. */
    private static final class Subtree {
        int kind;
        int flags;
        boolean error;
        int paddingBytes;
        int paddingRows;
        int sizeBytes;
        int sizeRows;
        int childCount;
        int visibleChildren;
        int production;

        int traits(boolean named) {
            return (named ? NodeTable.NAMED : 0) | (error ? NodeTable.ERROR : 0);
        }
    }

    /** @param maxNodes the nodes after so many are left out */
    TreeCopier(int maxNodes) {
        this.maxNodes = maxNodes;
    }

    /** @param tree a {@code TSTree}, whose first member is its root */
    NodeTable copy(MemorySegment tree, LoadedGrammar grammar) {
        nodes.clear();
        long root = MEMORY.get(JAVA_LONG, tree.address());
        read(root);
        int start = current.paddingBytes;
        int row = current.paddingRows;
        int node = nodes.add(
                grammar.tables().publicKind(current.kind),
                current.traits((current.flags & NAMED) != 0),
                0,
                NodeTable.NONE,
                start,
                start + current.sizeBytes,
                row);
        if (current.childCount > 0) {
            open(0, root, node, true, 0, start, row);
            descend(grammar);
        }
        nodes.end(node);
        if (children.length > MAX_KEPT) {
            children = new long[256];
        }
        if (frames.size() > MAX_KEPT) {
            frames.clear();
        }
        return nodes.copy();
    }

    private void descend(LoadedGrammar grammar) {
        int depth = 0;
        while (depth >= 0) {
            Frame frame = frames.get(depth);
            if (frame.next == frame.count || nodes.count() >= maxNodes) {
                if (frame.visible) {
                    nodes.end(frame.node);
                }
                depth--;
            } else if (child(depth, frame, grammar)) {
                depth++;
            }
        }
    }

    /** Copies the next child of a frame; returns whether its own children come next. */
    private boolean child(int depth, Frame frame, LoadedGrammar grammar) {
        long pointer = children[frame.base + frame.next];
        read(pointer);
        Subtree it = current;
        if (frame.next > 0) {
            frame.bytes += it.paddingBytes;
            frame.rows += it.paddingRows;
        }
        frame.next++;
        int start = frame.bytes;
        int row = frame.rows;
        frame.bytes += it.sizeBytes;
        frame.rows += it.sizeRows;
        int alias = 0;
        int field = 0;
        if ((it.flags & EXTRA) == 0) {
            alias = grammar.tables().alias(frame.production, frame.structural);
            field = grammar.tables().field(frame.production, frame.structural);
            field = field == 0 ? frame.field : field;
            frame.structural++;
        }
        boolean visible = (it.flags & VISIBLE) != 0 || alias != 0;
        int node = frame.node;
        if (visible) {
            boolean named = alias == 0 ? (it.flags & NAMED) != 0 : grammar.isNamed(alias);
            int kind = grammar.tables().publicKind(alias == 0 ? it.kind : alias);
            node = nodes.add(kind, it.traits(named), field, frame.node, start, frame.bytes, row);
        }
        if (it.childCount == 0 || (!visible && it.visibleChildren == 0)) {
            return false;
        }
        open(depth + 1, pointer, node, visible, visible ? 0 : field, start, row);
        return true;
    }

    /** Begins with the children of the current subtree, which is not inline. */
    private void open(int depth, long pointer, int node, boolean visible, int field, int bytes, int rows) {
        if (depth == frames.size()) {
            frames.add(new Frame());
        }
        Frame frame = frames.get(depth);
        frame.base = depth == 0 ? 0 : end(frames.get(depth - 1));
        frame.count = current.childCount;
        frame.next = 0;
        frame.structural = 0;
        frame.production = current.production;
        frame.bytes = bytes;
        frame.rows = rows;
        frame.node = node;
        frame.visible = visible;
        frame.field = field;
        int needed = end(frame);
        if (needed > children.length) {
            children = Arrays.copyOf(children, Math.max(needed, 2 * children.length));
        }
        MemorySegment.copy(MEMORY, JAVA_LONG, pointer - 8L * frame.count, children, frame.base, frame.count);
    }

    private static int end(Frame frame) {
        return frame.base + frame.count;
    }

    private void read(long subtree) {
        if ((subtree & 1) != 0) {
            readInline(subtree);
        } else {
            readHeap(subtree);
        }
    }

    /** {@code SubtreeInlineData}: a leaf whose data take the place of the pointer to it. */
    private void readInline(long data) {
        Subtree it = current;
        it.flags = (int) (data >>> 1) & (VISIBLE | NAMED | EXTRA);
        it.error = (data >>> 5 & 1) != 0;
        it.kind = (int) (data >>> 8) & 0xFF;
        it.paddingRows = (int) (data >>> 40) & 0xF;
        it.paddingBytes = (int) (data >>> 48) & 0xFF;
        it.sizeBytes = (int) (data >>> 56) & 0xFF;
        it.sizeRows = 0;
        it.childCount = 0;
        it.visibleChildren = 0;
        it.production = 0;
    }

    /** {@code SubtreeHeapData}. */
    private void readHeap(long pointer) {
        MemorySegment.copy(MEMORY, JAVA_LONG, pointer, header, 0, HEADER);
        Subtree it = current;
        it.paddingBytes = (int) (header[0] >>> 32);
        it.paddingRows = (int) header[1];
        it.sizeBytes = (int) header[2];
        it.sizeRows = (int) (header[2] >>> 32);
        it.childCount = (int) (header[CHILD_COUNT] >>> 32);
        it.kind = (int) header[5] & 0xFFFF;
        it.flags = (int) (header[5] >>> 32) & (VISIBLE | NAMED | EXTRA);
        boolean missing = (header[5] >>> 41 & 1) != 0;
        it.error = missing || (int) header[CHILD_COUNT] != 0;
        boolean parent = it.childCount > 0;
        it.visibleChildren = parent ? (int) header[6] : 0;
        it.production = parent ? (int) (header[8] >>> 16) & 0xFFFF : 0;
    }
}
