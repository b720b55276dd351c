package dev.caffeinecode.code.treesitter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of a syntax tree. Bytes and rows count from 0.
 *
 * <p>A node that is asked for but not there is {@linkplain #isAbsent absent}: it has an empty kind, no text and no
 * children, so that questions can be asked in a row.
 */
public final class SyntaxNode {
    /** How many children of one node are listed: more stand only in what a program wrote. */
    private static final int MAX_LISTED = 10_000;

    private final SyntaxTree tree;
    private final NodeTable nodes;
    private final int number;

    SyntaxNode(SyntaxTree tree, int number) {
        this.tree = tree;
        this.nodes = tree.nodes();
        this.number = number;
    }

    int number() {
        return number;
    }

    public SyntaxTree tree() {
        return tree;
    }

    /** Returns whether this stands for a node that does not exist. */
    public boolean isAbsent() {
        return number == NodeTable.NONE;
    }

    public boolean isPresent() {
        return number != NodeTable.NONE;
    }

    /** Returns this node, or the other if this one is absent. */
    public SyntaxNode or(SyntaxNode other) {
        return isAbsent() ? other : this;
    }

    public String kind() {
        return isAbsent() ? "" : tree.kind(nodes.kind(number));
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
        return isAbsent() ? 0 : nodes.startByte(number);
    }

    /** Returns the byte after the last one. */
    public int endByte() {
        return isAbsent() ? 0 : nodes.endByte(number);
    }

    public int startRow() {
        return isAbsent() ? 0 : nodes.row(number);
    }

    public boolean isNamed() {
        return isPresent() && nodes.isNamed(number);
    }

    /** Returns whether the node or something in it does not fit the grammar. */
    public boolean hasError() {
        return isPresent() && nodes.hasError(number);
    }

    /** Returns the text of the node as it stands in the source. */
    public String text() {
        return text(endByte());
    }

    /** Returns the text from the beginning of the node to that of a node in it; all of it if that one is absent. */
    public String textBefore(SyntaxNode inner) {
        return text(inner.isAbsent() ? endByte() : inner.startByte());
    }

    private String text(int end) {
        int start = startByte();
        return new String(tree.source(), start, end - start, StandardCharsets.UTF_8);
    }

    /** Returns the first child in a field. */
    public SyntaxNode child(String field) {
        int id = tree.grammar().field(field);
        if (id != 0 && isPresent()) {
            for (int i = nodes.firstChild(number); i != NodeTable.NONE; i = nodes.nextSibling(i)) {
                if (nodes.field(i) == id) {
                    return new SyntaxNode(tree, i);
                }
            }
        }
        return tree.absent();
    }

    /** Returns the first child of a kind. */
    public SyntaxNode childOfKind(String kind) {
        if (isPresent()) {
            for (int i = nodes.firstChild(number); i != NodeTable.NONE; i = nodes.nextSibling(i)) {
                if (tree.kind(nodes.kind(i)).equals(kind)) {
                    return new SyntaxNode(tree, i);
                }
            }
        }
        return tree.absent();
    }

    /** Returns the named children, at most the first ten thousand. */
    public List<SyntaxNode> children() {
        List<SyntaxNode> children = new ArrayList<>();
        if (isPresent()) {
            for (int i = nodes.firstChild(number);
                    i != NodeTable.NONE && children.size() < MAX_LISTED;
                    i = nodes.nextSibling(i)) {
                if (nodes.isNamed(i)) {
                    children.add(new SyntaxNode(tree, i));
                }
            }
        }
        return children;
    }

    /** Returns the children in a field, named or not, at most the first ten thousand. */
    public List<SyntaxNode> children(String field) {
        List<SyntaxNode> children = new ArrayList<>();
        int id = tree.grammar().field(field);
        if (id != 0 && isPresent()) {
            for (int i = nodes.firstChild(number);
                    i != NodeTable.NONE && children.size() < MAX_LISTED;
                    i = nodes.nextSibling(i)) {
                if (nodes.field(i) == id) {
                    children.add(new SyntaxNode(tree, i));
                }
            }
        }
        return children;
    }
}
