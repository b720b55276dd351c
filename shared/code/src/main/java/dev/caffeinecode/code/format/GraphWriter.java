package dev.caffeinecode.code.format;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.ExternalPackage;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.References;

import java.io.IOException;
import java.io.OutputStream;

/** Writes one graph; see {@link CodeGraphFormat} for the form. */
final class GraphWriter {
    private final GraphOutput out;

    private GraphWriter(GraphOutput out) {
        this.out = out;
    }

    static void write(CodeGraph graph, OutputStream stream) throws IOException {
        GraphOutput out = new GraphOutput(stream, CodeGraphFormat.MAGIC, CodeGraphFormat.VERSION);
        new GraphWriter(out).graph(graph);
        out.finish();
    }

    private void graph(CodeGraph graph) throws IOException {
        out.number(graph.files().size());
        FactsWriter files = new FactsWriter(out);
        for (FileFacts facts : graph.files()) {
            files.write(facts);
        }
        out.number(graph.packages().size());
        for (ExternalPackage each : graph.packages()) {
            out.label(each.ecosystem());
            out.word(each.name());
            out.optional(each.version());
            out.flag(each.declared());
        }
        references(graph.references());
    }

    private void references(References references) throws IOException {
        out.number(references.size());
        int from = 0;
        int to = 0;
        int line = 0;
        for (int i = 0; i < references.size(); i++) {
            boolean next = i == 0 || references.from(i) != from;
            out.number(next ? references.from(i) - from + 1L : 0);
            if (next) {
                from = references.from(i);
                to = from;
            }
            out.signed((long) references.to(i) - to);
            out.label(references.kind(i));
            out.signed((long) references.line(i) - line);
            out.one(references.weight(i));
            to = references.to(i);
            line = references.line(i);
        }
    }
}
