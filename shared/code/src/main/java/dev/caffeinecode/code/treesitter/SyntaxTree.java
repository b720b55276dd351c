package dev.caffeinecode.code.treesitter;

import java.util.List;

/** The syntax tree of one text. Immutable: it is a copy of what the parser made. */
public final class SyntaxTree {
    /** The kind of a node that stands for text which no rule of the grammar fits. */
    public static final String ERROR = "ERROR";

    private final NodeTable nodes;
    private final LoadedGrammar grammar;
    private final boolean cut;
    private final byte[] parsed;
    private final byte[] source;
    private final SyntaxNode absent = new SyntaxNode(this, NodeTable.NONE);

    SyntaxTree(NodeTable nodes, boolean cut, LoadedGrammar grammar, byte[] parsed, byte[] source) {
        this.nodes = nodes;
        this.cut = cut;
        this.grammar = grammar;
        this.parsed = parsed;
        this.source = source;
    }

    public SyntaxNode root() {
        return new SyntaxNode(this, 0);
    }

    /** Returns whether the text has more nodes than are kept; what comes after them is left out. */
    public boolean isCut() {
        return cut;
    }

    /** Returns the text that was parsed in place of {@link #source}. The array must not be written to. */
    public byte[] parsed() {
        return parsed;
    }

    /** Returns the text of the file. The array is not a copy and must not be written to. */
    public byte[] source() {
        return source;
    }

    /** Returns how many kinds of nodes the grammar numbers, from 0. */
    public int kindCount() {
        return grammar.kindCount();
    }

    /** Returns the name of a kind of nodes by its number. */
    public String kind(int id) {
        return grammar.kind(id);
    }

    /** Returns the numbers of a named kind of nodes: usually one, none if the grammar does not know it. */
    public List<Integer> kindIds(String kind) {
        return grammar.kindIds(kind);
    }

    NodeTable nodes() {
        return nodes;
    }

    SyntaxNode absent() {
        return absent;
    }

    LoadedGrammar grammar() {
        return grammar;
    }
}
