package dev.caffeinecode.code;

import dev.caffeinecode.code.recognition.LanguageRecognizer;
import dev.caffeinecode.code.recognition.RoleRecognizer;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes small code graphs for tests. A node is named {@code path}, {@code path#Type.member} or, for a package of Maven
 * Central, {@code maven:name}.
 */
public final class SampleGraph {
    private final Map<String, SourceFile> files = new TreeMap<>();
    private final Map<String, List<Symbol>> symbols = new HashMap<>();
    private final Map<String, List<EntryPoint>> entryPoints = new HashMap<>();
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final List<ExternalPackage> packages = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();

    private record Tie(String from, String to, ReferenceKind kind, int weight) {}

    public SampleGraph file(String path) {
        return file(path, 1_000);
    }

    /** Adds a file with the language and role that its path tells, or makes the one at this path another. */
    public SampleGraph file(String path, int bytes) {
        Language language = LanguageRecognizer.recognize(path, "");
        return file(path, RoleRecognizer.recognize(path, language, ""), bytes, null);
    }

    public SampleGraph file(String path, FileRole role, int bytes, @Nullable String digest) {
        Language language = LanguageRecognizer.recognize(path, "");
        FileContent content = new FileContent(bytes, bytes / 25, digest, TextEncoding.UTF_8);
        files.put(path, new SourceFile(path, EntryKind.FILE, role, language, content, List.of()));
        return this;
    }

    public SampleGraph remove(String path) {
        files.remove(path);
        symbols.remove(path);
        return this;
    }

    /** Adds a public function. */
    public SampleGraph symbol(String node) {
        return symbol(node, SymbolKind.FUNCTION, Visibility.PUBLIC);
    }

    public SampleGraph symbol(String node, SymbolKind kind, Visibility visibility) {
        return symbol(node, kind, visibility, new LineRange(1, 1), null);
    }

    /** Adds a symbol to its file, a member of the one that its name begins with. */
    public SampleGraph symbol(
            String node, SymbolKind kind, Visibility visibility, LineRange lines, @Nullable Docstring docstring) {
        String path = node.substring(0, node.indexOf('#'));
        int dot = node.lastIndexOf('.');
        boolean member = dot > node.indexOf('#');
        if (!files.containsKey(path)) {
            file(path);
        }
        List<Symbol> known = symbols.computeIfAbsent(path, _ -> new ArrayList<>());
        String simple = node.substring((member ? dot : node.indexOf('#')) + 1);
        String qualifier = member ? node.substring(node.indexOf('#') + 1, dot + 1) : "";
        Integer parent = member ? ordinals.get(node.substring(0, dot)) : Integer.valueOf(Symbol.NO_PARENT);
        if (parent == null) {
            throw new IllegalArgumentException("nothing holds " + node);
        }
        ordinals.put(node, known.size());
        known.add(new Symbol(
                new SymbolId(path, known.size()),
                parent,
                kind,
                new SymbolName(qualifier, simple),
                kind.label() + " " + simple,
                visibility,
                lines,
                node.hashCode(),
                docstring));
        return this;
    }

    public SampleGraph entryPoint(String path, String name) {
        entryPoints
                .computeIfAbsent(path, _ -> new ArrayList<>())
                .add(new EntryPoint(EntryPointKind.MAIN, name, new Location(path, new LineRange(1, 1))));
        return this;
    }

    /** Adds a package of Maven Central; to be called in the order of the names. */
    public SampleGraph dependency(String name) {
        packages.add(new ExternalPackage(Ecosystem.MAVEN, name, null, true));
        return this;
    }

    public SampleGraph reference(String from, String to, ReferenceKind kind) {
        return reference(from, to, kind, 100);
    }

    public SampleGraph reference(String from, String to, ReferenceKind kind, int weight) {
        ties.add(new Tie(from, to, kind, weight));
        return this;
    }

    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /** Makes the graph; references that lead from or to a file that was removed are left out. */
    public CodeGraph build() {
        List<FileFacts> facts = files.values().stream()
                .map(file -> new FileFacts(
                        file,
                        symbols.getOrDefault(file.path(), List.of()),
                        List.of(),
                        entryPoints.getOrDefault(file.path(), List.of()),
                        null))
                .toList();
        GraphNodes nodes = new GraphNodes(facts, packages);
        References.Builder references = new References.Builder();
        for (Tie tie : ties) {
            if (isThere(tie.from()) && isThere(tie.to())) {
                references.add(node(nodes, tie.from()), node(nodes, tie.to()), tie.kind(), 1, tie.weight());
            }
        }
        return new CodeGraph(facts, packages, references.build(nodes.count()));
    }

    private boolean isThere(String node) {
        int symbol = node.indexOf('#');
        return node.startsWith("maven:") || files.containsKey(symbol < 0 ? node : node.substring(0, symbol));
    }

    /** Returns the number of a node of a graph that was built before. */
    public int node(CodeGraph graph, String name) {
        return node(graph.nodes(), name);
    }

    private int node(GraphNodes nodes, String name) {
        if (name.startsWith("maven:")) {
            for (int i = 0; i < packages.size(); i++) {
                if (packages.get(i).name().equals(name.substring("maven:".length()))) {
                    return nodes.firstPackage() + i;
                }
            }
        }
        int symbol = name.indexOf('#');
        int file = nodes.find(symbol < 0 ? name : name.substring(0, symbol)).orElseThrow();
        Integer ordinal = symbol < 0 ? Integer.valueOf(Symbol.NO_PARENT) : ordinals.get(name);
        if (ordinal == null) {
            throw new IllegalArgumentException("no such symbol: " + name);
        }
        return nodes.node(file, ordinal);
    }
}
