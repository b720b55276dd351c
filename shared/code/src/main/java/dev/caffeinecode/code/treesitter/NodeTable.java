package dev.caffeinecode.code.treesitter;

import java.util.Arrays;

/** The visible nodes of a tree in the order in which they begin, each before what is in it; by number from 0. */
final class NodeTable {
    /** The parent of the root. */
    static final int NONE = -1;

    private static final int KIND = 0xFFFF;

    /** The node has a name of its own in the grammar; it is no literal such as {@code "class"}. */
    static final int NAMED = 1 << 16;

    /** The node or something in it does not fit the grammar. */
    static final int ERROR = 1 << 17;

    private static final int FIELD_SHIFT = 18;
    private static final int FIRST_SIZE = 1_024;

    private int[] what;
    private int[] parents;
    private int[] starts;
    private int[] ends;
    private int[] rows;
    private int[] afters;
    private int count;

    NodeTable() {
        what = new int[FIRST_SIZE];
        parents = new int[FIRST_SIZE];
        starts = new int[FIRST_SIZE];
        ends = new int[FIRST_SIZE];
        rows = new int[FIRST_SIZE];
        afters = new int[FIRST_SIZE];
    }

    private NodeTable(NodeTable from) {
        count = from.count;
        what = Arrays.copyOf(from.what, count);
        parents = Arrays.copyOf(from.parents, count);
        starts = Arrays.copyOf(from.starts, count);
        ends = Arrays.copyOf(from.ends, count);
        rows = Arrays.copyOf(from.rows, count);
        afters = Arrays.copyOf(from.afters, count);
    }

    /** Returns a table of just these nodes, that nothing is added to. */
    NodeTable copy() {
        return new NodeTable(this);
    }

    void clear() {
        count = 0;
    }

    /**
     * Adds a node and returns its number.
     *
     * @param kind 16 bits
     * @param traits {@link #NAMED}, {@link #ERROR}, both or 0
     * @param field 14 bits, 0 for none
     * @param end the byte after the last one
     */
    int add(int kind, int traits, int field, int parent, int start, int end, int row) {
        if (count == what.length) {
            grow();
        }
        what[count] = kind | traits | field << FIELD_SHIFT;
        parents[count] = parent;
        starts[count] = start;
        ends[count] = end;
        rows[count] = row;
        afters[count] = count + 1;
        return count++;
    }

    private void grow() {
        int size = 2 * what.length;
        what = Arrays.copyOf(what, size);
        parents = Arrays.copyOf(parents, size);
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        rows = Arrays.copyOf(rows, size);
        afters = Arrays.copyOf(afters, size);
    }

    /** Says that all that is in a node has been added. */
    void end(int node) {
        afters[node] = count;
    }

    int count() {
        return count;
    }

    int kind(int node) {
        return what[node] & KIND;
    }

    boolean isNamed(int node) {
        return (what[node] & NAMED) != 0;
    }

    boolean hasError(int node) {
        return (what[node] & ERROR) != 0;
    }

    /** Returns the number of the field that the node is in, 0 if it is in none. */
    int field(int node) {
        return what[node] >>> FIELD_SHIFT;
    }

    /** Returns the node that this one is in, {@link #NONE} for the root. */
    int parent(int node) {
        return parents[node];
    }

    int startByte(int node) {
        return starts[node];
    }

    int endByte(int node) {
        return ends[node];
    }

    int row(int node) {
        return rows[node];
    }

    /** Returns the first child of a node, {@link #NONE} if it has none. */
    int firstChild(int node) {
        return afters[node] > node + 1 ? node + 1 : NONE;
    }

    /** Returns the child of the same parent that comes after a node, {@link #NONE} if it is the last. */
    int nextSibling(int node) {
        int after = afters[node];
        int parent = parents[node];
        return parent != NONE && after < afters[parent] ? after : NONE;
    }
}
