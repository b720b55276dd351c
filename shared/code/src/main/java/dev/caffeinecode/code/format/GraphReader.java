package dev.caffeinecode.code.format;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.Ecosystem;
import dev.caffeinecode.code.ExternalPackage;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.References;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads one graph; see {@link CodeGraphFormat} for the form. Believes no count before the things counted are there. */
final class GraphReader {
    private final GraphInput in;
    private final GraphLimits limits;

    private GraphReader(GraphInput in, GraphLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    static CodeGraph read(InputStream stream, GraphLimits limits) throws IOException {
        GraphInput in = new GraphInput(stream, limits.maxBytes(), "code graph");
        try {
            in.expect(CodeGraphFormat.MAGIC, CodeGraphFormat.VERSION);
            CodeGraph graph = new GraphReader(in, limits).graph();
            in.expectEnd();
            return graph;
        } catch (IllegalArgumentException e) {
            throw new MalformedGraphException("no code graph: " + e.getMessage(), e);
        }
    }

    private CodeGraph graph() throws IOException {
        int count = in.number(limits.maxFiles(), "number of files");
        FactsReader reader = new FactsReader(in, limits);
        List<FileFacts> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(reader.read());
        }
        List<ExternalPackage> packages = packages();
        int nodes = new GraphNodes(files, packages).count();
        return new CodeGraph(files, packages, references(nodes));
    }

    private List<ExternalPackage> packages() throws IOException {
        List<ExternalPackage> packages = new ArrayList<>();
        for (int left = in.number(GraphInput.MAX_LIST, "number of packages"); left > 0; left--) {
            packages.add(new ExternalPackage(in.constant(Ecosystem.class), in.word(), in.optional(), in.flag()));
        }
        return packages;
    }

    private References references(int nodes) throws IOException {
        References.Builder references = new References.Builder();
        long from = 0;
        long to = 0;
        long line = 0;
        for (int left = in.number(limits.maxReferences(), "number of references"); left > 0; left--) {
            int next = in.number(nodes, "node");
            if (next > 0) {
                from += next - 1;
                to = from;
            }
            to += in.signed();
            ReferenceKind kind = in.constant(ReferenceKind.class);
            line += in.signed();
            if (from >= nodes || to < 0 || to >= nodes || line < 1 || line > Integer.MAX_VALUE) {
                throw new MalformedGraphException("bad reference: %d to %d, line %d".formatted(from, to, line));
            }
            references.add((int) from, (int) to, kind, (int) line, in.one());
        }
        return references.build(nodes);
    }
}
