package dev.caffeinecode.code.links;

import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.facts.ScriptSettings;
import dev.caffeinecode.code.mentions.Import;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Imports of JavaScript and TypeScript: relative paths, packages of the same workspace, and aliases of source folders. */
final class ScriptImports implements ImportResolver {
    private static final List<String> ENDS = List.of(
            "", ".ts", ".tsx", ".d.ts", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".vue", ".svelte", ".json");
    private static final List<String> ENTRIES = List.of("src/index", "src/main", "index", "lib/index", "lib/main");

    private final SourceFiles files;
    /** Folders of packages by their names. */
    private final Map<String, String> packages = new TreeMap<>();

    /** What packages call files by, by their folders. */
    private final Map<String, Names> names = new HashMap<>();

    private final ScriptAliases aliases;

    /** How a package names files for itself and for others. */
    private record Names(List<PathPattern> own, List<PathPattern> exported) {
        static Names of(Map<String, String> properties, String directory) {
            return new Names(
                    patterns(properties, ScriptSettings.IMPORTS, directory),
                    patterns(properties, ScriptSettings.EXPORTS, directory));
        }

        private static List<PathPattern> patterns(Map<String, String> properties, String kind, String directory) {
            return PathPattern.among(properties, kind).stream()
                    .map(each -> each.within(directory))
                    .toList();
        }
    }

    ScriptImports(SourceFiles files) {
        this.files = files;
        for (int i = 0; i < files.count(); i++) {
            Manifest manifest = files.facts(i).manifest();
            if (manifest != null && manifest.kind() == ManifestKind.NPM) {
                String directory = files.directory(i);
                names.put(directory, Names.of(files.versions(i).properties(), directory));
                if (manifest.name() != null) {
                    packages.putIfAbsent(manifest.name(), directory);
                }
            }
        }
        this.aliases = new ScriptAliases(files, packages);
    }

    @Override
    public Scope resolve(int file, Import stated) {
        String module = stated.module().replaceFirst("(?<=.)[?#].*", "");
        return Scope.of(target(file, module));
    }

    private Optional<Integer> target(int file, String module) {
        if (module.startsWith("./") || module.startsWith("../") || module.equals(".") || module.equals("..")) {
            return RepositoryPaths.resolve(files.directory(file), module).flatMap(this::file);
        }
        return aliases.paths(files.directory(file), module).stream()
                .flatMap(path -> file(path).stream())
                .findFirst()
                .or(() -> byCustom(file, module));
    }

    private Optional<Integer> byCustom(int file, String module) {
        if (module.startsWith("#")) {
            Optional<Integer> own = ownName(file, module);
            if (own.isPresent()) {
                return own;
            }
        }
        if (module.startsWith("@/") || module.startsWith("~/") || module.startsWith("#/") || module.startsWith("/")) {
            return aliased(file, module.substring(module.indexOf('/') + 1));
        }
        return inWorkspace(module).or(() -> byBaseUrl(file, module));
    }

    /** Returns the file at a path, as tools of the language complete it. */
    private Optional<Integer> file(String path) {
        List<String> paths = new ArrayList<>();
        ENDS.forEach(end -> paths.add(path + end));
        if (path.endsWith(".js") || path.endsWith(".jsx") || path.endsWith(".mjs") || path.endsWith(".cjs")) {
            String bare = path.substring(0, path.lastIndexOf('.')); // TypeScript imports what it becomes
            paths.addAll(List.of(bare + ".ts", bare + ".tsx", bare + ".mts", bare + ".cts", bare + ".d.ts"));
        }
        ENDS.stream().skip(1).forEach(end -> paths.add(RepositoryPaths.join(path, "index" + end)));
        return RepositoryPaths.first(files, paths);
    }

    /** From the nearest folder above that has it, or has it in its sources. */
    private Optional<Integer> aliased(int file, String path) {
        String at = files.directory(file);
        while (true) {
            String here = at;
            Optional<Integer> found = file(RepositoryPaths.join(RepositoryPaths.join(here, "src"), path))
                    .or(() -> file(RepositoryPaths.join(here, path)));
            if (found.isPresent() || at.isEmpty()) {
                return found;
            }
            at = RepositoryPaths.parent(at);
        }
    }

    private Optional<Integer> inWorkspace(String module) {
        String name = module;
        while (!name.isEmpty()) {
            String directory = packages.get(name);
            if (directory != null) {
                String rest = module.substring(name.length()).replaceFirst("^/", "");
                return exported(directory, rest)
                        .or(() -> rest.isEmpty() ? entry(directory) : inPackage(directory, rest));
            }
            name = RepositoryPaths.parent(name);
        }
        return Optional.empty();
    }

    /** By a name that the package of the file gives to files of its own. */
    private Optional<Integer> ownName(int file, String module) {
        String directory = RepositoryPaths.nearest(files.directory(file), names.keySet());
        return directory == null
                ? Optional.empty()
                : first(Objects.requireNonNull(names.get(directory)).own(), module);
    }

    /** By what a package exports, as far as that is not built first. */
    private Optional<Integer> exported(String directory, String rest) {
        Names stated = names.get(directory);
        return stated == null ? Optional.empty() : first(stated.exported(), rest.isEmpty() ? "." : "./" + rest);
    }

    private Optional<Integer> first(List<PathPattern> patterns, String name) {
        return patterns.stream()
                .flatMap(pattern -> pattern.paths(name))
                .flatMap(path -> file(path).stream())
                .findFirst();
    }

    private Optional<Integer> inPackage(String directory, String rest) {
        return file(RepositoryPaths.join(directory, rest))
                .or(() -> file(RepositoryPaths.join(RepositoryPaths.join(directory, "src"), rest)));
    }

    private Optional<Integer> entry(String directory) {
        return ENTRIES.stream()
                .flatMap(entry -> file(RepositoryPaths.join(directory, entry)).stream())
                .findFirst();
    }

    /** Paths from the folder of the sources, which projects set as their base; a single name is a package. */
    private Optional<Integer> byBaseUrl(int file, String module) {
        return module.contains("/") && !module.startsWith("@") ? aliased(file, module) : Optional.empty();
    }
}
