package dev.caffeinecode.code.links;

import dev.caffeinecode.code.ExternalPackage;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.References;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects references; packages get their numbers when all are known. */
final class Edges {
    private final GraphNodes nodes;
    private final References.Builder references = new References.Builder();
    private final List<Outward> outward = new ArrayList<>();

    private record Outward(int from, int dependency, ReferenceKind kind, int line) {}

    Edges(GraphNodes nodes) {
        this.nodes = nodes;
    }

    /** Adds a reference inside the repository; what refers to itself or to its own file says nothing. */
    void add(int from, int to, ReferenceKind kind, int line, int weight) {
        if (from != to && to != nodes.fileOf(from)) {
            references.add(from, to, kind, line, weight);
        }
    }

    void outside(int from, int dependency, ReferenceKind kind, int line) {
        outward.add(new Outward(from, dependency, kind, line));
    }

    /** Adds what was collected elsewhere, for the same nodes. */
    void addAll(Edges others) {
        references.addAll(others.references);
        outward.addAll(others.outward);
    }

    References build(Packages packages, List<ExternalPackage> order) {
        Map<ExternalPackage, Integer> places = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            places.put(order.get(i), i);
        }
        for (Outward each : outward) {
            int place = places.getOrDefault(packages.get(each.dependency()), 0);
            references.add(each.from(), nodes.firstPackage() + place, each.kind(), each.line(), 100);
        }
        return references.build(nodes.firstPackage() + order.size());
    }
}
