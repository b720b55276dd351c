package dev.caffeinecode.code.treesitter;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** The syntax tree of one text. It belongs to the thread that made it, which must close it to free its memory. */
public final class SyntaxTree implements AutoCloseable {
    /** The kind of a node that stands for text which no rule of the grammar fits. */
    public static final String ERROR = "ERROR";

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment tree;
    private final LoadedGrammar grammar;
    private final byte[] parsed;
    private final byte[] source;

    SyntaxTree(MemorySegment tree, LoadedGrammar grammar, byte[] parsed, byte[] source) {
        this.tree = tree;
        this.grammar = grammar;
        this.parsed = parsed;
        this.source = source;
    }

    public SyntaxNode root() {
        return new SyntaxNode(this, LibTreeSitter.treeRoot(arena, tree));
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

    Arena arena() {
        return arena;
    }

    LoadedGrammar grammar() {
        return grammar;
    }

    @Override
    public void close() {
        arena.close(); // refuses other threads and a second time
        LibTreeSitter.treeDelete(tree);
    }
}
