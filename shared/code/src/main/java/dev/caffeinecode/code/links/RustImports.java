package dev.caffeinecode.code.links;

import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.mentions.Import;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Imports of Rust: modules are files below the sources of a crate, or parts of them. */
final class RustImports implements ImportResolver {
    private static final Set<String> ROOT_FILES = Set.of("lib.rs", "main.rs", "mod.rs");

    private final SourceFiles files;
    /** Folders of crates, also by their names as code writes them. */
    private final Map<String, String> crates = new HashMap<>();

    private final Set<String> directories = new HashSet<>();

    RustImports(SourceFiles files) {
        this.files = files;
        for (int i = 0; i < files.count(); i++) {
            Manifest manifest = files.facts(i).manifest();
            if (manifest != null && manifest.kind() == ManifestKind.CARGO) {
                directories.add(files.directory(i));
                if (manifest.name() != null) {
                    crates.putIfAbsent(manifest.name().replace('-', '_'), files.directory(i));
                }
            }
        }
    }

    @Override
    public Scope resolve(int file, Import stated) {
        List<String> parts = new ArrayList<>(Arrays.asList(stated.module().split("::")));
        Optional<String> directory = start(file, parts);
        if (directory.isEmpty()) {
            return new Scope.Nowhere();
        }
        // The last parts may be modules or types inside of a file.
        for (int length = parts.size(); length >= 0; length--) {
            Optional<Integer> found = module(directory.get(), parts.subList(0, length));
            if (found.isPresent()) {
                return new Scope.Files(List.of(found.get()));
            }
        }
        return new Scope.Nowhere();
    }

    /** Takes the parts away that say where to begin, and returns the folder in which the modules are that follow. */
    private Optional<String> start(int file, List<String> parts) {
        String first = parts.isEmpty() ? "" : parts.getFirst();
        String here = files.directory(file);
        String name = files.facts(file).file().name();
        String inner = ROOT_FILES.contains(name)
                ? here
                : RepositoryPaths.join(here, name.substring(0, Math.max(0, name.lastIndexOf('.'))));
        return switch (first) {
            case "crate" -> {
                parts.removeFirst();
                yield Optional.ofNullable(RepositoryPaths.nearest(here, directories))
                        .map(RustImports::sources);
            }
            case "self" -> {
                parts.removeFirst();
                yield Optional.of(inner);
            }
            case "super" -> Optional.of(above(inner, parts));
            default -> byName(inner, parts);
        };
    }

    private static String above(String directory, List<String> parts) {
        String at = directory;
        while (!parts.isEmpty() && parts.getFirst().equals("super")) {
            parts.removeFirst();
            at = RepositoryPaths.parent(at);
        }
        return at;
    }

    /** A module inside of this one, or another crate. */
    private Optional<String> byName(String inner, List<String> parts) {
        if (module(inner, parts.subList(0, Math.min(1, parts.size()))).isPresent()) {
            return Optional.of(inner);
        }
        String crate = parts.isEmpty() ? null : crates.get(parts.getFirst());
        if (crate == null) {
            return Optional.empty();
        }
        parts.removeFirst();
        return Optional.of(sources(crate));
    }

    private static String sources(String crate) {
        return RepositoryPaths.join(crate, "src");
    }

    private Optional<Integer> module(String directory, List<String> parts) {
        String path = RepositoryPaths.join(directory, String.join("/", parts));
        return RepositoryPaths.first(
                files,
                parts.isEmpty()
                        ? List.of(path + "/lib.rs", path + "/main.rs", path + "/mod.rs", path + ".rs")
                        : List.of(path + ".rs", path + "/mod.rs"));
    }
}
