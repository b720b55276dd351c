package dev.caffeinecode.code.modules;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileRole;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The modules of a repository: every file that people wrote and machines run is in exactly one of them.
 *
 * @param leftOut how many files are in no module, by their role: documentation, data, what is generated or vendored
 */
public record ModuleTree(CodeModule root, Map<FileRole, Integer> leftOut) {
    public ModuleTree {
        leftOut = Map.copyOf(leftOut);
    }

    /** Parts the files of a graph by their folders, and large folders by references; the same graph gives the same tree. */
    public static ModuleTree of(CodeGraph graph, ModuleBudget budget) {
        return of(graph, budget, "root");
    }

    /** @param name what the root is called where no manifest says so */
    public static ModuleTree of(CodeGraph graph, ModuleBudget budget, String name) {
        return new ModulePlan(graph, budget).tree(name);
    }

    /**
     * Returns a name of each module, by its id, that no other module of the tree has: its own or, where others have that
     * too, as many of those around it before it as it takes: {@code server / api}.
     */
    public Map<String, String> labels() {
        Map<String, List<CodeModule>> trails = new LinkedHashMap<>();
        List<List<CodeModule>> left = new ArrayList<>(List.of(List.of(root)));
        while (!left.isEmpty()) {
            List<CodeModule> trail = left.removeLast();
            trails.put(trail.getLast().id(), trail);
            for (CodeModule child : trail.getLast().children()) {
                left.add(Stream.concat(trail.stream(), Stream.of(child)).toList());
            }
        }
        Map<String, Integer> count = new HashMap<>();
        trails.values()
                .forEach(trail -> IntStream.rangeClosed(1, trail.size())
                        .forEach(parts -> count.merge(label(trail, parts), 1, Integer::sum)));
        Map<String, String> labels = new HashMap<>();
        trails.forEach((id, trail) -> labels.put(
                id,
                IntStream.rangeClosed(1, trail.size())
                        .mapToObj(parts -> label(trail, parts))
                        .filter(label -> count.getOrDefault(label, 0) == 1)
                        .findFirst()
                        .orElse(label(trail, trail.size()))));
        return labels;
    }

    private static String label(List<CodeModule> trail, int parts) {
        return trail.subList(trail.size() - parts, trail.size()).stream()
                .map(CodeModule::name)
                .collect(Collectors.joining(" / "));
    }

    /** Returns the module that a file belongs to; empty if it was left out. */
    public Optional<CodeModule> moduleOf(String path) {
        return root.all().stream()
                .filter(module -> module.files().contains(path))
                .findFirst();
    }
}
