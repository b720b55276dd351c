package dev.caffeinecode.code.modules;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.References;
import dev.caffeinecode.code.rank.Strength;

import java.util.function.ObjLongConsumer;

/** How strongly files refer to each other, by what is in them. In whole numbers, whose sums depend on no order. */
final class FileTies {
    /** A call that is sure. */
    static final long CALL = 400;

    private final CodeGraph graph;
    private final GraphNodes nodes;

    FileTies(CodeGraph graph) {
        this.graph = graph;
        this.nodes = graph.nodes();
    }

    /** Hands over the paths of the other files that a file refers to, once for each reference with its strength. */
    void from(String path, ObjLongConsumer<String> consumer) {
        nodes.find(path).ifPresent(file -> {
            for (int ordinal = -1; ordinal < graph.files().get(file).symbols().size(); ordinal++) {
                fromNode(file, nodes.node(file, ordinal), consumer);
            }
        });
    }

    private void fromNode(int file, int node, ObjLongConsumer<String> consumer) {
        References references = graph.references();
        references.from(node, index -> {
            int target = nodes.fileOf(references.to(index));
            if (target >= 0 && target != file) {
                // A strength is a multiple of a half, a weight one of a percent.
                long strength = Math.round(2 * Strength.of(references.kind(index))) * references.weight(index);
                consumer.accept(graph.files().get(target).path(), strength);
            }
        });
    }
}
