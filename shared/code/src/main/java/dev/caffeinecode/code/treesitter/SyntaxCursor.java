package dev.caffeinecode.code.treesitter;

/** Walks the nodes below one node. */
public final class SyntaxCursor {
    private final SyntaxTree tree;
    private final NodeTable nodes;
    private final int start;
    private int at;

    /** @param start a node that is present */
    public SyntaxCursor(SyntaxNode start) {
        this.tree = start.tree();
        this.nodes = tree.nodes();
        this.start = start.number();
        this.at = this.start;
    }

    /** Goes to the first child; stays and returns false if there is none. */
    public boolean toFirstChild() {
        return moved(nodes.firstChild(at));
    }

    /** Goes to the next child of the same parent; stays and returns false if there is none. */
    public boolean toNextSibling() {
        return at != start && moved(nodes.nextSibling(at));
    }

    /** Goes to the parent; stays and returns false at the node where the walk began. */
    public boolean toParent() {
        return at != start && moved(nodes.parent(at));
    }

    private boolean moved(int to) {
        if (to == NodeTable.NONE) {
            return false;
        }
        at = to;
        return true;
    }

    /** Returns the number of the kind of the current node; see {@link SyntaxTree#kind(int)}. */
    public int kind() {
        return nodes.kind(at);
    }

    /** Returns the name of the field that the current node is in; empty if it is in none. */
    public String fieldName() {
        return tree.grammar().field(nodes.field(at));
    }

    public int startByte() {
        return nodes.startByte(at);
    }

    public int startRow() {
        return nodes.row(at);
    }

    public int endByte() {
        return nodes.endByte(at);
    }

    /** Returns the current node, to be kept. */
    public SyntaxNode node() {
        return new SyntaxNode(tree, at);
    }
}
