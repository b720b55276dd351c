package dev.caffeinecode.code.format;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.Command;
import dev.caffeinecode.code.CommandPurpose;
import dev.caffeinecode.code.Dependency;
import dev.caffeinecode.code.DependencyScope;
import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.Ecosystem;
import dev.caffeinecode.code.EntryKind;
import dev.caffeinecode.code.EntryPoint;
import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.ExternalPackage;
import dev.caffeinecode.code.FileContent;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileNote;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.Labelled;
import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.NoteKind;
import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.References;
import dev.caffeinecode.code.SourceFile;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolId;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.SymbolName;
import dev.caffeinecode.code.TextEncoding;
import dev.caffeinecode.code.Touchpoint;
import dev.caffeinecode.code.TouchpointKind;
import dev.caffeinecode.code.Visibility;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Reads one graph; see {@link CodeGraphFormat} for the form. Believes no count before the things counted are there. */
final class GraphReader {
    private static final int DIGEST_BYTES = 32;
    private static final int MAX_LIST = 100_000;

    private final GraphInput in;
    private final GraphLimits limits;
    private final Map<Class<?>, Map<String, Enum<?>>> constants = new HashMap<>();
    private int symbolsLeft;

    private GraphReader(GraphInput in, GraphLimits limits) {
        this.in = in;
        this.limits = limits;
        this.symbolsLeft = limits.maxSymbols();
    }

    static CodeGraph read(InputStream stream, GraphLimits limits) throws IOException {
        GraphInput in = new GraphInput(stream, limits.maxBytes());
        try {
            CodeGraph graph = new GraphReader(in, limits).graph();
            in.expectEnd();
            return graph;
        } catch (IllegalArgumentException e) {
            throw new MalformedGraphException("no code graph: " + e.getMessage(), e);
        }
    }

    private CodeGraph graph() throws IOException {
        byte[] magic = in.bytes(CodeGraphFormat.MAGIC.length());
        if (!new String(magic, StandardCharsets.US_ASCII).equals(CodeGraphFormat.MAGIC)) {
            throw new MalformedGraphException("no code graph");
        }
        int version = in.one();
        if (version != CodeGraphFormat.VERSION) {
            throw new MalformedGraphException("code graph of version " + version + ", not " + CodeGraphFormat.VERSION);
        }
        int count = in.number(limits.maxFiles(), "number of files");
        List<FileFacts> files = new ArrayList<>();
        String previous = "";
        for (int i = 0; i < count; i++) {
            FileFacts facts = file(previous);
            files.add(facts);
            previous = facts.path();
        }
        List<ExternalPackage> packages = packages();
        int nodes = new GraphNodes(files, packages).count();
        return new CodeGraph(files, packages, references(nodes));
    }

    private List<ExternalPackage> packages() throws IOException {
        List<ExternalPackage> packages = new ArrayList<>();
        for (int left = in.number(MAX_LIST, "number of packages"); left > 0; left--) {
            packages.add(new ExternalPackage(constant(Ecosystem.class), in.word(), optional(), in.flag()));
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
            ReferenceKind kind = constant(ReferenceKind.class);
            line += in.signed();
            if (from >= nodes || to < 0 || to >= nodes || line < 1 || line > Integer.MAX_VALUE) {
                throw new MalformedGraphException("bad reference: %d to %d, line %d".formatted(from, to, line));
            }
            references.add((int) from, (int) to, kind, (int) line, in.one());
        }
        return references.build(nodes);
    }

    private FileFacts file(String previous) throws IOException {
        int shared = in.number(previous.length(), "length of path");
        String path = previous.substring(0, shared).concat(in.text());
        EntryKind kind = constant(EntryKind.class);
        FileRole role = constant(FileRole.class);
        Language language = constant(Language.class);
        FileContent content = content();
        List<FileNote> notes = new ArrayList<>();
        for (int left = in.number(MAX_LIST, "number of notes"); left > 0; left--) {
            notes.add(new FileNote(constant(NoteKind.class), in.word()));
        }
        SourceFile file = new SourceFile(path, kind, role, language, content, notes);
        return new FileFacts(file, symbols(path), commands(path), entryPoints(path), manifest(path), touchpoints(path));
    }

    private FileContent content() throws IOException {
        long bytes = in.number();
        int lines = in.number(Integer.MAX_VALUE, "number of lines");
        TextEncoding encoding = constant(TextEncoding.class);
        String digest = in.flag() ? HexFormat.of().formatHex(in.bytes(DIGEST_BYTES)) : null;
        return new FileContent(bytes, lines, digest, encoding);
    }

    private List<Symbol> symbols(String path) throws IOException {
        int count = in.number(symbolsLeft, "number of symbols");
        symbolsLeft -= count;
        List<Symbol> symbols = new ArrayList<>();
        int line = 0;
        for (int i = 0; i < count; i++) {
            int parent = in.number(count, "parent") - 1;
            SymbolKind kind = constant(SymbolKind.class);
            String simple = in.word();
            String qualifier = in.word();
            Visibility visibility = constant(Visibility.class);
            LineRange lines = lines(line);
            line = lines.first();
            long digest = in.flag() ? in.fixed() : 0;
            String signature = in.text();
            Docstring doc = docstring(line);
            symbols.add(new Symbol(
                    new SymbolId(path, i),
                    parent,
                    kind,
                    new SymbolName(qualifier, simple),
                    signature.equals(simple) ? simple : signature,
                    visibility,
                    lines,
                    digest,
                    doc));
        }
        return symbols;
    }

    private @Nullable Docstring docstring(int line) throws IOException {
        if (!in.flag()) {
            return null;
        }
        LineRange lines = lines(line);
        return new Docstring(in.text(), lines);
    }

    private List<Command> commands(String path) throws IOException {
        List<Command> commands = new ArrayList<>();
        for (int left = in.number(MAX_LIST, "number of commands"); left > 0; left--) {
            CommandPurpose purpose = constant(CommandPurpose.class);
            String name = optional();
            String line = in.text();
            commands.add(new Command(purpose, name, line, new Location(path, lines(0))));
        }
        return commands;
    }

    private List<EntryPoint> entryPoints(String path) throws IOException {
        List<EntryPoint> entries = new ArrayList<>();
        for (int left = in.number(MAX_LIST, "number of entry points"); left > 0; left--) {
            EntryPointKind kind = constant(EntryPointKind.class);
            String name = in.word();
            entries.add(new EntryPoint(kind, name, new Location(path, lines(0))));
        }
        return entries;
    }

    private @Nullable Manifest manifest(String path) throws IOException {
        if (!in.flag()) {
            return null;
        }
        ManifestKind kind = constant(ManifestKind.class);
        String name = optional();
        String description = optional();
        String version = optional();
        String license = optional();
        List<Dependency> dependencies = new ArrayList<>();
        for (int left = in.number(MAX_LIST, "number of dependencies"); left > 0; left--) {
            dependencies.add(new Dependency(
                    in.word(), optional(), constant(DependencyScope.class), in.number(Integer.MAX_VALUE, "line")));
        }
        return new Manifest(path, kind, name, description, version, license, dependencies);
    }

    private List<Touchpoint> touchpoints(String path) throws IOException {
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int left = in.number(MAX_LIST, "number of touchpoints"); left > 0; left--) {
            TouchpointKind kind = constant(TouchpointKind.class);
            String name = in.word();
            String detail = in.word();
            touchpoints.add(new Touchpoint(kind, name, detail, new Location(path, lines(0))));
        }
        return touchpoints;
    }

    private LineRange lines(int from) throws IOException {
        long difference = in.signed();
        long count = in.number(Integer.MAX_VALUE, "number of lines");
        long first = from + difference;
        if (Math.max(difference, -difference) > Integer.MAX_VALUE || first < 1 || first + count > Integer.MAX_VALUE) {
            throw new MalformedGraphException("bad lines: " + difference + " from " + from + ", " + count + " more");
        }
        return new LineRange((int) first, (int) (first + count));
    }

    private @Nullable String optional() throws IOException {
        return in.flag() ? in.word() : null;
    }

    private <E extends Enum<E> & Labelled> E constant(Class<E> type) throws IOException {
        String label = in.word();
        Map<String, Enum<?>> known = constants.computeIfAbsent(type, _ -> new HashMap<>());
        Enum<?> constant = known.get(label);
        if (constant == null) {
            constant = Labelled.of(type, label);
            known.put(label, constant);
        }
        return type.cast(constant);
    }
}
