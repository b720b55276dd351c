package dev.caffeinecode.code.treesitter;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

/**
 * A node of a syntax tree; valid until the tree is closed. Bytes and rows count from 0.
 *
 * <p>A node that is asked for but not there is {@linkplain #isAbsent absent}: it has an empty kind, no text and no
 * children, so that questions can be asked in a row.
 */
public final class SyntaxNode {
    /** How many children of one node are listed: more stand only in what a program wrote. */
    private static final int MAX_LISTED = 10_000;

    private static final long START_ROW = JAVA_INT.byteSize();
    private static final long ID = 4 * JAVA_INT.byteSize();

    private final SyntaxTree tree;
    private final MemorySegment node;

    SyntaxNode(SyntaxTree tree, MemorySegment node) {
        this.tree = tree;
        this.node = node;
    }

    MemorySegment segment() {
        return node;
    }

    public SyntaxTree tree() {
        return tree;
    }

    /** Returns whether this stands for a node that does not exist. */
    public boolean isAbsent() {
        return node.get(ADDRESS, ID).equals(MemorySegment.NULL);
    }

    public boolean isPresent() {
        return !isAbsent();
    }

    /** Returns this node, or the other if this one is absent. */
    public SyntaxNode or(SyntaxNode other) {
        return isAbsent() ? other : this;
    }

    public String kind() {
        return isAbsent() ? "" : tree.kind(Short.toUnsignedInt(LibTreeSitter.nodeSymbol(node)));
    }

    /** Returns whether the node is of one of the kinds. */
    public boolean is(String... kinds) {
        String own = kind();
        for (String each : kinds) {
            if (each.equals(own)) {
                return true;
            }
        }
        return false;
    }

    public int startByte() {
        return node.get(JAVA_INT, 0);
    }

    /** Returns the byte after the last one. */
    public int endByte() {
        return isAbsent() ? 0 : LibTreeSitter.nodeEndByte(node);
    }

    public int startRow() {
        return node.get(JAVA_INT, START_ROW);
    }

    public boolean isNamed() {
        return isPresent() && LibTreeSitter.nodeIsNamed(node);
    }

    /** Returns whether the node or something in it does not fit the grammar. */
    public boolean hasError() {
        return isPresent() && LibTreeSitter.nodeHasError(node);
    }

    /** Returns the text of the node as it stands in the source. */
    public String text() {
        int start = startByte();
        return new String(tree.source(), start, endByte() - start, StandardCharsets.UTF_8);
    }

    /** Returns the text from the beginning of the node to that of a node in it; all of it if that one is absent. */
    public String textBefore(SyntaxNode inner) {
        int start = startByte();
        int end = inner.isAbsent() ? endByte() : inner.startByte();
        return new String(tree.source(), start, end - start, StandardCharsets.UTF_8);
    }

    /** Returns the first child in a field. */
    public SyntaxNode child(String field) {
        short id = tree.grammar().field(field);
        if (id == 0 || isAbsent()) {
            return absent();
        }
        return new SyntaxNode(tree, LibTreeSitter.nodeChildByField(tree.arena(), node, id));
    }

    /** Returns the first child of a kind. */
    public SyntaxNode childOfKind(String kind) {
        if (isAbsent()) {
            return absent();
        }
        try (SyntaxCursor cursor = new SyntaxCursor(this)) {
            boolean more = cursor.toFirstChild();
            while (more) {
                if (tree.kind(cursor.kind()).equals(kind)) {
                    return cursor.node();
                }
                more = cursor.toNextSibling();
            }
            return absent();
        }
    }

    private SyntaxNode absent() {
        return new SyntaxNode(tree, tree.arena().allocate(LibTreeSitter.NODE));
    }

    /** Returns the named children, at most the first ten thousand. */
    public List<SyntaxNode> children() {
        return listed((short) -1);
    }

    /** Returns the children in a field, named or not, at most the first ten thousand. */
    public List<SyntaxNode> children(String field) {
        return listed(tree.grammar().field(field));
    }

    private List<SyntaxNode> listed(short field) {
        List<SyntaxNode> children = new ArrayList<>();
        if (isAbsent() || field == 0) {
            return children;
        }
        try (SyntaxCursor cursor = new SyntaxCursor(this)) {
            boolean more = cursor.toFirstChild();
            while (more && children.size() < MAX_LISTED) {
                if (field < 0 ? cursor.isNamed() : cursor.field() == field) {
                    children.add(cursor.node());
                }
                more = cursor.toNextSibling();
            }
        }
        return children;
    }
}
