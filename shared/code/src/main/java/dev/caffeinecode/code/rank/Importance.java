package dev.caffeinecode.code.rank;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.GraphNodes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * How important each node of a code graph is: how often somebody comes by who starts at the {@link Seeds}, follows
 * references at random and now and then starts again. This is personalised PageRank (Brin and Page, "The Anatomy of a
 * Large-Scale Hypertextual Web Search Engine", 1998). Immutable; equal for equal graphs.
 */
public final class Importance {
    /** How often one goes on rather than starts again, as in the paper. */
    private static final double DAMPING = 0.85;

    /** All numbers sum to 1; they are as they should be when one more step changes them by no more than this in all. */
    private static final double TOLERANCE = 1e-6;

    /** The error shrinks by {@link #DAMPING} at each step: 0.85^100 is 1e-7. */
    private static final int MAX_STEPS = 100;

    private final double[] ranks;
    private final int firstPackage;

    private Importance(double[] ranks, int firstPackage) {
        this.ranks = ranks;
        this.firstPackage = firstPackage;
    }

    /** @param nodes those of the graph */
    public static Importance of(CodeGraph graph, GraphNodes nodes, Seeds seeds) {
        if (seeds.count() != nodes.count()) {
            throw new IllegalArgumentException("seeds of another graph: " + seeds.count() + " of " + nodes.count());
        }
        Flow flow = Flow.of(new Transitions(graph, nodes), nodes.count());
        return new Importance(flow.settle(seeds, DAMPING, TOLERANCE, MAX_STEPS), nodes.firstPackage());
    }

    /** Returns the share of all importance that a node has, from 0 to 1. */
    public double of(int node) {
        return ranks[node];
    }

    /** Returns the most important files and symbols, most important first and at the same importance lowest number. */
    public List<Integer> top(int count) {
        Comparator<Integer> best = Comparator.comparingDouble((Integer node) -> ranks[node])
                .reversed()
                .thenComparing(Comparator.naturalOrder());
        PriorityQueue<Integer> kept = new PriorityQueue<>(best.reversed());
        for (int node = 0; node < firstPackage; node++) {
            kept.add(node);
            if (kept.size() > count) {
                kept.poll();
            }
        }
        List<Integer> top = new ArrayList<>(kept);
        top.sort(best);
        return List.copyOf(top);
    }
}
