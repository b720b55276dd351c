package dev.caffeinecode.code.symbols;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The names of modules in languages where a file's place gives it. */
final class ModulePaths {
    private static final Set<String> PYTHON_ROOTS = Set.of("src", "lib", "python");
    private static final Set<String> RUST_ROOTS = Set.of("src", "lib", "main", "mod");

    private ModulePaths() {}

    /** {@code src/flask/json/__init__.py} is {@code flask.json}. */
    static String python(String path) {
        List<String> parts = parts(path);
        if (parts.size() > 1 && PYTHON_ROOTS.contains(parts.getFirst())) {
            parts.removeFirst();
        }
        if (parts.size() > 1 && parts.getLast().equals("__init__")) {
            parts.removeLast();
        }
        return String.join(".", parts);
    }

    /** {@code crates/core/src/flags/mod.rs} is {@code flags}, {@code src/lib.rs} is nothing. */
    static String rust(String path) {
        List<String> parts = parts(path);
        int source = parts.lastIndexOf("src");
        List<String> module = new ArrayList<>(parts.subList(source + 1, parts.size()));
        if (!module.isEmpty() && RUST_ROOTS.contains(module.getLast())) {
            module.removeLast();
        }
        return String.join("::", module);
    }

    private static List<String> parts(String path) {
        int end = path.lastIndexOf('.');
        String bare = end > path.lastIndexOf('/') ? path.substring(0, end) : path;
        return new ArrayList<>(List.of(bare.split("/")));
    }
}
