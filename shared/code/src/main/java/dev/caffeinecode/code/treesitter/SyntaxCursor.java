package dev.caffeinecode.code.treesitter;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

import static java.lang.foreign.ValueLayout.JAVA_INT;

/**
 * Walks the nodes below one node without allocating, with the same amount of stack however deep the tree is.
 */
public final class SyntaxCursor implements AutoCloseable {
    private final SyntaxTree tree;
    private final MemorySegment cursor;
    private final MemorySegment node;
    private final SegmentAllocator intoNode;
    private boolean current;

    public SyntaxCursor(SyntaxNode start) {
        tree = start.tree();
        cursor = LibTreeSitter.cursorNew(tree.arena(), start.segment());
        node = tree.arena().allocate(LibTreeSitter.NODE);
        intoNode = (size, alignment) -> node;
    }

    /** Goes to the first child; stays and returns false if there is none. */
    public boolean toFirstChild() {
        return moved(LibTreeSitter.cursorFirstChild(cursor));
    }

    /** Goes to the next child of the same parent; stays and returns false if there is none. */
    public boolean toNextSibling() {
        return moved(LibTreeSitter.cursorNextSibling(cursor));
    }

    /** Goes to the parent; stays and returns false at the node where the walk began. */
    public boolean toParent() {
        return moved(LibTreeSitter.cursorParent(cursor));
    }

    private boolean moved(boolean moved) {
        current &= !moved;
        return moved;
    }

    /** Returns the number of the kind of the current node; see {@link SyntaxTree#kind(int)}. */
    public int kind() {
        return Short.toUnsignedInt(LibTreeSitter.nodeSymbol(current()));
    }

    /** Returns the number of the field that the current node is in; 0 if it is in none. */
    short field() {
        return LibTreeSitter.cursorField(cursor);
    }

    /** Returns the name of the field that the current node is in; empty if it is in none. */
    public String fieldName() {
        return tree.grammar().field(field());
    }

    boolean isNamed() {
        return LibTreeSitter.nodeIsNamed(current());
    }

    public int startByte() {
        return current().get(JAVA_INT, 0);
    }

    public int startRow() {
        return current().get(JAVA_INT, JAVA_INT.byteSize());
    }

    public int endByte() {
        return LibTreeSitter.nodeEndByte(current());
    }

    /** Returns the current node, to be kept. */
    public SyntaxNode node() {
        MemorySegment copy = tree.arena().allocate(LibTreeSitter.NODE);
        return new SyntaxNode(tree, copy.copyFrom(current()));
    }

    private MemorySegment current() {
        if (!current) {
            LibTreeSitter.cursorNode(intoNode, cursor);
            current = true;
        }
        return node;
    }

    @Override
    public void close() {
        LibTreeSitter.cursorDelete(cursor);
    }
}
