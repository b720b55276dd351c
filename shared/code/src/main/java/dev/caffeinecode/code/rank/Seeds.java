package dev.caffeinecode.code.rank;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.EntryPoint;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.Symbol;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Where readers of a repository start: shares of the nodes of its graph, which sum to 1. */
public final class Seeds {
    /** What people start with: to run it, to use it, or because its README names it. */
    private static final double ENTRY_POINTS = 0.3;

    /** Each has this much at most: one script in a library is not half of what it is for. */
    private static final double ENTRY_POINT = 0.02;

    private static final double PUBLIC = 0.4;
    private static final double MENTIONED = 0.25;
    /** Every file, so that none is worth nothing. */
    private static final double FILES = 0.05;

    /** A type or a free function is what one looks for; its members are found with it. */
    private static final double MEMBER = 0.25;

    private static final double TEST_FILE = 0.1;

    private final double[] shares;

    private Seeds(double[] shares) {
        this.shares = shares;
    }

    /**
     * Starts at entry points, at what source files offer to others and at what is mentioned.
     *
     * @param nodes those of the graph
     * @param mentioned numbers of nodes, such as those that README files name
     */
    public static Seeds of(CodeGraph graph, GraphNodes nodes, Collection<Integer> mentioned) {
        double[] entered = new double[nodes.count()];
        double[] offered = new double[nodes.count()];
        double[] named = new double[nodes.count()];
        double[] present = new double[nodes.count()];
        for (int file = 0; file < nodes.files(); file++) {
            FileFacts facts = graph.files().get(file);
            FileRole role = facts.file().role();
            present[file] = role == FileRole.TEST ? TEST_FILE : isForeign(role) ? 0 : 1;
            if (role == FileRole.SOURCE) {
                offer(facts, nodes, file, offered);
                for (EntryPoint entry : facts.entryPoints()) {
                    entered[nodes.node(file, ordinal(facts.symbols(), entry))] = 1;
                }
            }
        }
        mentioned.forEach(node -> named[node] = 1);
        double[] shares = new double[nodes.count()];
        addTo(
                shares,
                entered,
                Math.min(ENTRY_POINTS, ENTRY_POINT * Arrays.stream(entered).sum()));
        addTo(shares, offered, PUBLIC);
        addTo(shares, named, MENTIONED);
        addTo(shares, present, FILES);
        return ofWeights(shares);
    }

    /** Starts at nodes in proportion to their weights, one for each; everywhere alike if all are 0. */
    public static Seeds ofWeights(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0) || weight == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("bad weight: " + weight);
            }
            sum += weight;
        }
        double[] shares = new double[weights.length];
        Arrays.fill(shares, 1.0 / Math.max(1, weights.length));
        if (sum > 0) {
            for (int i = 0; i < shares.length; i++) {
                shares[i] = weights[i] / sum;
            }
        }
        return new Seeds(shares);
    }

    int count() {
        return shares.length;
    }

    double of(int node) {
        return shares[node];
    }

    private static boolean isForeign(FileRole role) {
        return switch (role) {
            case SOURCE, TEST, BUILD, CI, CONTAINER, CONFIGURATION, SCHEMA, API_DESCRIPTION, DOCUMENTATION -> false;
            case GENERATED, VENDORED, DATA, BINARY, LFS_POINTER, SYMLINK, SUBMODULE -> true;
        };
    }

    /** Adds a part that weights share; nothing if there are none. */
    private static void addTo(double[] shares, double[] weights, double part) {
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; sum > 0 && i < shares.length; i++) {
            shares[i] += part * weights[i] / sum;
        }
    }

    private static void offer(FileFacts facts, GraphNodes nodes, int file, double[] offered) {
        for (Symbol symbol : facts.symbols()) {
            if (facts.isPublic(symbol)) {
                offered[nodes.node(file, symbol.id().ordinal())] = symbol.isTopLevel() ? 1 : MEMBER;
            }
        }
    }

    /** Returns the symbol that an entry point names or else the innermost around it; none if that is the file. */
    private static int ordinal(List<Symbol> symbols, EntryPoint entry) {
        int found = Symbol.NO_PARENT;
        for (Symbol symbol : symbols) {
            if (symbol.lines().contains(entry.source().lines())) {
                if (symbol.name().qualified().equals(entry.name())) {
                    return symbol.id().ordinal();
                }
                found = symbol.id().ordinal();
            }
        }
        return found;
    }
}
