package dev.caffeinecode.code.links;

import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.mentions.Import;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Imports of Go: folders below the module that a {@code go.mod} names. */
final class GoImports implements ImportResolver {
    /** Of the module, in its path: {@code /v2}, {@code .v3} (go.dev/ref/mod, major version suffixes). */
    private static final Pattern VERSION = Pattern.compile("[/.]v[0-9]+$");

    private final SourceFiles files;
    /** Folders of modules by their paths. */
    private final Map<String, String> modules = new TreeMap<>();

    GoImports(SourceFiles files) {
        this.files = files;
        for (int i = 0; i < files.count(); i++) {
            Manifest manifest = files.facts(i).manifest();
            if (manifest != null && manifest.kind() == ManifestKind.GO && manifest.name() != null) {
                modules.putIfAbsent(manifest.name(), files.directory(i));
            }
        }
    }

    /** Returns what a package is called that is imported without another name: mostly the last part of its path. */
    static String packageName(String module) {
        String path = VERSION.matcher(module).replaceFirst("");
        String last = RepositoryPaths.last(path);
        return last.startsWith("go-") ? last.substring(3) : last;
    }

    @Override
    public Scope resolve(int file, Import stated) {
        for (String module = stated.module(); !module.isEmpty(); module = RepositoryPaths.parent(module)) {
            String directory = modules.get(module);
            if (directory != null) {
                String inner = stated.module().substring(module.length()).replaceFirst("^/", "");
                return in(RepositoryPaths.join(directory, inner));
            }
        }
        return new Scope.Nowhere();
    }

    private Scope in(String directory) {
        List<Integer> sources = files.in(directory).stream()
                .filter(each -> files.path(each).endsWith(".go"))
                .filter(each -> !files.path(each).endsWith("_test.go"))
                .toList();
        return sources.isEmpty() ? new Scope.Nowhere() : new Scope.Files(sources);
    }
}
