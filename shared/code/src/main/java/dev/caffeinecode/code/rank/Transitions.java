package dev.caffeinecode.code.rank;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.References;
import dev.caffeinecode.code.Symbol;

import java.util.Arrays;

/**
 * Where somebody who reads a node goes next. Half of them follow a reference; the rest go to what the node is in and to
 * what is in it, so that types and files sum up what their members are worth and share what they are worth themselves.
 */
final class Transitions {
    private static final double REFERENCES = 0.5;
    private static final double CONTAINER = 0.3;
    private static final double MEMBERS = 0.2;

    /**
     * How many of those who follow a reference from a test into code do so; the others start again. A test says that
     * something is tested, not that anything is built on it.
     */
    private static final double FROM_TEST = 0.2;

    private final References references;
    private final boolean[] tests;
    /** What each symbol is a member of or in; -1 for files and packages. */
    private final int[] containers;

    private final int[] members;
    private final double[] weights;

    /** Takes one way from a node to another, with the part of the first one's importance that goes it. */
    @FunctionalInterface
    interface Way {
        void take(int from, int to, double share);
    }

    Transitions(CodeGraph graph, GraphNodes nodes) {
        references = graph.references();
        tests = new boolean[nodes.count()];
        containers = new int[nodes.count()];
        members = new int[nodes.count()];
        weights = new double[nodes.count()];
        Arrays.fill(containers, -1);
        for (int file = 0; file < nodes.files(); file++) {
            FileFacts facts = graph.files().get(file);
            tests[file] = facts.file().role() == FileRole.TEST;
            for (Symbol symbol : facts.symbols()) {
                int node = nodes.node(file, symbol.id().ordinal());
                tests[node] = tests[file];
                containers[node] = nodes.node(file, symbol.parent());
                members[containers[node]]++;
            }
        }
        for (int i = 0; i < references.size(); i++) {
            weights[references.from(i)] += weight(i);
        }
    }

    void each(Way way) {
        for (int i = 0; i < references.size(); i++) {
            int from = references.from(i);
            int to = references.to(i);
            if (from != to) {
                double share = REFERENCES / parts(from) * weight(i) / weights[from];
                way.take(from, to, tests[from] && !tests[to] ? share * FROM_TEST : share);
            }
        }
        for (int node = 0; node < containers.length; node++) {
            int container = containers[node];
            if (container >= 0) {
                way.take(node, container, CONTAINER / parts(node));
                way.take(container, node, MEMBERS / parts(container) / members[container]);
            }
        }
    }

    /** Returns the parts that a node has something for; what it has nothing for is shared by the others. */
    private double parts(int node) {
        return (weights[node] > 0 ? REFERENCES : 0)
                + (containers[node] >= 0 ? CONTAINER : 0)
                + (members[node] > 0 ? MEMBERS : 0);
    }

    private double weight(int reference) {
        return references.from(reference) == references.to(reference)
                ? 0
                : Strength.of(references.kind(reference)) * references.weight(reference) / 100;
    }
}
