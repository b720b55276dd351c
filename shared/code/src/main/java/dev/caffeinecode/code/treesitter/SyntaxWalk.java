package dev.caffeinecode.code.treesitter;

import org.jspecify.annotations.Nullable;

/** Goes through a tree from its beginning to its end, without recursion: hostile files nest deeper than any stack. */
public final class SyntaxWalk {
    private final SyntaxTree tree;
    private final int[] kinds;
    private final int[] starts;

    private @Nullable SyntaxCursor cursor;
    private @Nullable SyntaxNode node;
    private int depth;
    private boolean tooDeep;

    /** What is done on the way. */
    public interface Visitor {
        /** Looks at the current node; returns whether its children are to be seen. */
        boolean enter(SyntaxCursor at);

        /** Returns whether enough was seen; asked after each node. */
        boolean isDone();
    }

    /** @param maxDepth levels of nodes; what is deeper is left out */
    public SyntaxWalk(SyntaxTree tree, int maxDepth) {
        this.tree = tree;
        this.kinds = new int[maxDepth + 1];
        this.starts = new int[maxDepth + 1];
    }

    public void run(Visitor visitor) {
        SyntaxCursor walking = new SyntaxCursor(tree.root());
        cursor = walking;
        walk(walking, visitor);
        cursor = null;
        node = null;
    }

    private void walk(SyntaxCursor at, Visitor visitor) {
        while (true) {
            node = null;
            boolean inside = visitor.enter(at);
            if (visitor.isDone()) {
                return;
            }
            if (inside && descend(at)) {
                continue;
            }
            while (!at.toNextSibling()) {
                if (!at.toParent()) {
                    return;
                }
                depth--;
            }
        }
    }

    private boolean descend(SyntaxCursor at) {
        if (depth >= kinds.length - 1) {
            tooDeep |= at.toFirstChild() && at.toParent();
            return false;
        }
        kinds[depth] = at.kind();
        starts[depth] = at.startByte();
        if (!at.toFirstChild()) {
            return false;
        }
        depth++;
        return true;
    }

    /** Returns the current node, to be kept; the root outside of a run. */
    public SyntaxNode node() {
        SyntaxNode known = node;
        if (known == null) {
            known = cursor == null ? tree.root() : cursor.node();
            node = known;
        }
        return known;
    }

    /** Returns how many nodes the current one is in. */
    public int depth() {
        return depth;
    }

    /** Returns the number of the kind of a node that the current one is in, by level from 0 for the root. */
    public int kind(int level) {
        return kinds[level];
    }

    /** Returns the first byte of a node that the current one is in, by level from 0 for the root. */
    public int start(int level) {
        return starts[level];
    }

    /** Returns the kind of the node that the current one is in, some levels up from 1; empty above the root. */
    public String ancestor(int levels) {
        return levels <= depth ? tree.kind(kinds[depth - levels]) : "";
    }

    /** Returns the name of the field that the current node is in; empty if it is in none. */
    public String field() {
        return cursor == null ? "" : cursor.fieldName();
    }

    /** Returns whether something was left out because it is too deep. */
    public boolean isTooDeep() {
        return tooDeep;
    }
}
