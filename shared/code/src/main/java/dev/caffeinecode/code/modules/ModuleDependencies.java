package dev.caffeinecode.code.modules;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.References;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which modules use which, as the references of their code tell. What tests use does not count. */
public final class ModuleDependencies {
    private static final int WHOLE = 100;

    private ModuleDependencies() {}

    /** Returns the dependencies, those with most references first. */
    public static List<ModuleDependency> of(CodeGraph graph, ModuleTree tree) {
        GraphNodes nodes = graph.nodes();
        @Nullable String[] modules = modules(graph, tree);
        Map<Pair, Integer> percents = new HashMap<>();
        References references = graph.references();
        IntStream.range(0, references.size())
                .filter(i -> !nodes.isPackage(references.to(i)))
                .forEach(i -> {
                    String from = modules[nodes.fileOf(references.from(i))];
                    String to = modules[nodes.fileOf(references.to(i))];
                    if (from != null && to != null && !from.equals(to)) {
                        percents.merge(new Pair(from, to), references.weight(i), Integer::sum);
                    }
                });
        return percents.entrySet().stream()
                .map(each -> new ModuleDependency(
                        each.getKey().from(), each.getKey().to(), Math.ceilDiv(each.getValue(), WHOLE)))
                .sorted(Comparator.comparingInt(ModuleDependency::references)
                        .reversed()
                        .thenComparing(ModuleDependency::from)
                        .thenComparing(ModuleDependency::to))
                .toList();
    }

    private record Pair(String from, String to) {}

    /** Returns the id of the module of each file; null for tests and what is in none. */
    private static @Nullable String[] modules(CodeGraph graph, ModuleTree tree) {
        Map<String, String> byPath = new HashMap<>();
        for (CodeModule module : tree.root().all()) {
            module.files().forEach(path -> byPath.put(path, module.id()));
        }
        @Nullable String[] modules = new @Nullable String[graph.files().size()];
        for (int i = 0; i < modules.length; i++) {
            boolean test = graph.files().get(i).file().role() == FileRole.TEST;
            modules[i] = test ? null : byPath.get(graph.files().get(i).path());
        }
        return modules;
    }
}
