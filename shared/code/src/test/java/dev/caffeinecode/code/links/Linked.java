package dev.caffeinecode.code.links;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.GraphNode;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.References;
import dev.caffeinecode.code.index.CodeIndexer;
import dev.caffeinecode.code.index.IndexOptions;
import dev.caffeinecode.code.index.ProgressListener;
import dev.caffeinecode.code.index.SourceBlob;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A repository of a few files in tests, and its references as text that a person can check. */
final class Linked {
    private final Map<String, String> files = new LinkedHashMap<>();

    static Linked of(String path, String text) {
        return new Linked().and(path, text);
    }

    Linked and(String path, String text) {
        files.put(path, text);
        return this;
    }

    CodeGraph graph() throws InterruptedException {
        return new CodeIndexer(IndexOptions.DEFAULT.withThreads(1))
                .index(
                        files.entrySet().stream()
                                .map(each -> SourceBlob.file(
                                        each.getKey(), each.getValue().getBytes(StandardCharsets.UTF_8)))
                                .iterator(),
                        ProgressListener.NONE);
    }

    /** Returns one line for each reference: {@code from -kind-> to}, with its weight if it is not sure. */
    List<String> references() throws InterruptedException {
        CodeGraph graph = graph();
        GraphNodes nodes = graph.nodes();
        References references = graph.references();
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            String weight = references.weight(i) == 100 ? "" : " " + references.weight(i) + "%";
            shown.add("%s -%s-> %s%s"
                    .formatted(
                            name(nodes, references.from(i)),
                            references.kind(i).label(),
                            name(nodes, references.to(i)),
                            weight));
        }
        return shown;
    }

    private static String name(GraphNodes nodes, int node) {
        return switch (nodes.get(node)) {
            case GraphNode.File(String path) -> path;
            case GraphNode.Defined _ -> nodes.symbol(node).name().qualified();
            case GraphNode.External(var dependency) -> dependency.ecosystem().label() + "/" + dependency.name();
        };
    }
}
