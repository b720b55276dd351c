package dev.caffeinecode.code.links;

import dev.caffeinecode.code.Dependency;
import dev.caffeinecode.code.Ecosystem;
import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.pointers.Pointer;
import dev.caffeinecode.code.rules.Glob;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what files that are no code say about others into references, and the wishes of manifests. */
final class PointerLinker {
    /** A pattern that fits more files says nothing of each. */
    private static final int MAX_FILES = 200;

    /** A table that more files create is another one in each. */
    private static final int MAX_MAKERS = 3;

    private static final List<Family> FAMILIES =
            List.of(Family.JVM, Family.PYTHON, Family.CSHARP, Family.PHP, Family.GO, Family.RUBY);

    private final SourceFiles files;
    private final SymbolTable symbols;
    private final Packages packages;
    private final Edges edges;
    private final Map<String, List<Integer>> makers = new HashMap<>();

    PointerLinker(SourceFiles files, SymbolTable symbols, Packages packages, Edges edges) {
        this.files = files;
        this.symbols = symbols;
        this.packages = packages;
        this.edges = edges;
        for (int file = 0; file < files.count(); file++) {
            for (Pointer each : files.pointers(file)) {
                if (each.kind() == Pointer.Kind.TABLE_MADE) {
                    makers.computeIfAbsent(each.target(), _ -> new ArrayList<>())
                            .add(file);
                }
            }
        }
    }

    void link() {
        for (int file = 0; file < files.count(); file++) {
            for (Pointer each : files.pointers(file)) {
                link(file, each);
            }
            Manifest manifest = files.facts(file).manifest();
            if (manifest != null) {
                dependencies(file, manifest);
            }
        }
    }

    private void dependencies(int file, Manifest manifest) {
        Ecosystem ecosystem = PackageNames.ecosystem(manifest.kind()).orElse(null);
        if (ecosystem == null) {
            return;
        }
        for (Dependency each : manifest.dependencies()) {
            Optional<Integer> own = packages.own().manifest(ecosystem, each.name());
            own.ifPresent(to -> edges.add(file, to, ReferenceKind.MENTION, each.line(), 100));
            packages.declared(ecosystem, each.name())
                    .ifPresent(to -> edges.outside(file, to, ReferenceKind.MENTION, each.line()));
        }
    }

    private void link(int file, Pointer pointer) {
        switch (pointer.kind()) {
            case PATH -> add(file, atPath(file, pointer.target()), ReferenceKind.MENTION, pointer.line());
            case IMPORT -> add(file, imported(file, pointer.target()), ReferenceKind.IMPORT, pointer.line());
            case SYMBOL -> symbol(file, pointer);
            case TABLE_USED -> {
                List<Integer> made = makers.getOrDefault(pointer.target(), List.of());
                if (!made.contains(file) && made.size() <= MAX_MAKERS) {
                    add(file, made, ReferenceKind.MENTION, pointer.line());
                }
            }
            case TABLE_MADE -> {
                // is what others use
            }
        }
    }

    /** Several files that fit share what is known: each is less sure, unless a pattern asks for all. */
    private void add(int file, List<Integer> to, ReferenceKind kind, int line) {
        to.forEach(each -> edges.add(file, each, kind, line, 100));
    }

    private List<Integer> atPath(int file, String target) {
        if (target.startsWith("/")) {
            return inFolder("", target.substring(1));
        }
        List<Integer> near = inFolder(files.directory(file), target);
        return near.isEmpty() && !target.startsWith("..") ? inFolder("", target) : near;
    }

    private List<Integer> inFolder(String folder, String target) {
        String path = RepositoryPaths.resolve(folder, target).orElse("");
        if (path.isEmpty()) {
            return List.of();
        }
        if (path.indexOf('*') < 0) {
            return files.find(path).stream().toList();
        }
        Glob pattern = Glob.of("/" + path);
        String name = RepositoryPaths.last(path);
        List<Integer> among = name.indexOf('*') < 0 ? files.named(name) : files.in(RepositoryPaths.parent(path));
        List<Integer> fitting =
                among.stream().filter(each -> pattern.fits(files.path(each))).toList();
        return fitting.size() <= MAX_FILES ? fitting : List.of();
    }

    private List<Integer> imported(int file, String target) {
        List<Integer> there = atPath(file, target);
        return there.isEmpty()
                ? RepositoryPaths.endingWith(files, target.replaceFirst("^(?:\\.{0,2}/)+", ""), files.path(file))
                        .stream()
                        .toList()
                : there;
    }

    private void symbol(int file, Pointer pointer) {
        int member = pointer.target().indexOf('#');
        String type = member < 0 ? pointer.target() : pointer.target().substring(0, member);
        String whole = pointer.target().replace('#', '.');
        for (Family family : FAMILIES) {
            int[] nodes = symbols.qualified(family, whole);
            int[] found = nodes.length > 0 ? nodes : symbols.qualified(family, type);
            if (found.length > 0 && found.length <= MentionLinker.MAX_CANDIDATES) {
                for (int node : found) {
                    edges.add(file, node, ReferenceKind.MENTION, pointer.line(), Math.max(1, 100 / found.length));
                }
                return;
            }
        }
    }
}
