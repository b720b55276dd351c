package dev.caffeinecode.code.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Gives modules names: the shortest end of their path that says something and that no other module has. */
final class ModuleNames {
    /** Folders that every project of a kind has. */
    private static final Set<String> SILENT = Set.of(
            "src",
            "main",
            "java",
            "kotlin",
            "scala",
            "groovy",
            "python",
            "lib",
            "libs",
            "source",
            "sources",
            "code",
            "com",
            "org",
            "net",
            "io",
            "dev",
            "github",
            "packages",
            "crates",
            "internal",
            "pkg",
            "cmd",
            "app");

    private final String root;
    private final Map<String, Integer> uses = new HashMap<>();

    ModuleNames(String root) {
        this.root = root;
    }

    CodeModule named(Part part) {
        List<Part> all = new ArrayList<>();
        collect(part, all);
        Map<String, String> names = new HashMap<>();
        for (Part each : all) {
            candidates(each).forEach(name -> uses.merge(name, 1, Integer::sum));
        }
        Set<String> taken = new TreeSet<>();
        for (Part each : all) {
            names.put(each.id(), choose(each, taken));
        }
        return module(part, names);
    }

    private static void collect(Part part, List<Part> all) {
        all.add(part);
        part.parts().forEach(inner -> collect(inner, all));
    }

    private String choose(Part part, Set<String> taken) {
        List<String> candidates = candidates(part);
        for (String name : candidates) {
            if (uses.getOrDefault(name, 0) == 1 && taken.add(name)) {
                return name;
            }
        }
        String last = candidates.getLast();
        String name = last;
        for (int i = 2; !taken.add(name); i++) {
            name = last + " (" + i + ")";
        }
        return name;
    }

    /** Returns what a module may be called, the best first. */
    private List<String> candidates(Part part) {
        if (part.path().isEmpty()) {
            return List.of(part.word().isEmpty() ? root : part.word());
        }
        String[] segments = part.path().split("/");
        int from = segments.length - 1;
        while (from > 0 && SILENT.contains(segments[from])) {
            from--;
        }
        Set<String> candidates = new LinkedHashSet<>();
        String suffix = part.word().isEmpty() ? "" : " " + part.word();
        for (; from >= 0; from--) {
            String name = String.join("/", List.of(segments).subList(from, segments.length));
            if (from == 0 || !SILENT.contains(segments[from])) {
                candidates.add(spoken(name) + suffix);
            }
        }
        candidates.add(part.path() + suffix);
        return List.copyOf(candidates);
    }

    /** Leaves silent folders out of a path: {@code server/src/main/java/com/acme} is {@code server/acme}. */
    private static String spoken(String path) {
        List<String> said = new ArrayList<>();
        for (String segment : path.split("/")) {
            if (!SILENT.contains(segment)) {
                said.add(segment);
            }
        }
        return said.isEmpty() ? path : String.join("/", said);
    }

    private static CodeModule module(Part part, Map<String, String> names) {
        List<CodeModule> children = new ArrayList<>();
        for (Part inner : part.parts()) {
            children.add(module(inner, names));
        }
        List<String> files = part.files().stream().map(Placed::path).sorted().toList();
        return new CodeModule(
                part.id(), names.getOrDefault(part.id(), part.id()), part.path(), files, children, part.tokens());
    }
}
