package dev.caffeinecode.local.graph;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.Command;
import dev.caffeinecode.code.Ecosystem;
import dev.caffeinecode.code.EntryPoint;
import dev.caffeinecode.code.ExternalPackage;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.LanguageShare;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.Touchpoint;
import dev.caffeinecode.code.modules.ModuleBudget;
import dev.caffeinecode.code.modules.ModuleDependencies;
import dev.caffeinecode.code.modules.ModuleDependency;
import dev.caffeinecode.code.modules.ModuleTree;
import dev.caffeinecode.code.rank.Importance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What there is to say of a graph.
 *
 * @param files how many there are, by what they are for
 * @param dependencies between modules, those with most references first
 * @param important symbols, most important first
 * @param packages from outside that manifests ask for or code uses, without what comes with the languages
 */
public record GraphReport(
        String name,
        String commit,
        Map<FileRole, Integer> files,
        int symbols,
        int references,
        List<LanguageShare> languages,
        ModuleTree modules,
        List<ModuleDependency> dependencies,
        List<Ranked> important,
        List<ExternalPackage> packages,
        Found found) {
    private static final int IMPORTANT = 25;

    /** How many of the most important nodes are looked at: files are among them. */
    private static final int CONSIDERED = 400;

    public GraphReport {
        files = Map.copyOf(files);
        languages = List.copyOf(languages);
        dependencies = List.copyOf(dependencies);
        important = List.copyOf(important);
        packages = List.copyOf(packages);
    }

    /**
     * What files state or do, each with its lines.
     *
     * @param touchpoints those of tests left out
     */
    public record Found(List<Command> commands, List<EntryPoint> entryPoints, List<Touchpoint> touchpoints) {
        public Found {
            commands = List.copyOf(commands);
            entryPoints = List.copyOf(entryPoints);
            touchpoints = List.copyOf(touchpoints);
        }
    }

    /** @param share of all importance, from 0 to 1 */
    public record Ranked(Symbol symbol, double share) {}

    public static GraphReport of(GraphSource.Read read) {
        CodeGraph graph = read.graph();
        ModuleTree tree = ModuleTree.of(graph, ModuleBudget.DEFAULT, read.name());
        return new GraphReport(
                read.name(),
                read.commit(),
                files(graph),
                (int) graph.symbols().count(),
                graph.references().size(),
                graph.languages(),
                tree,
                ModuleDependencies.of(graph, tree),
                important(graph, read.importance()),
                graph.packages().stream()
                        .filter(each -> each.ecosystem() != Ecosystem.STANDARD)
                        .toList(),
                new Found(graph.commands(), graph.entryPoints(), touchpoints(graph)));
    }

    private static List<Touchpoint> touchpoints(CodeGraph graph) {
        return graph.files().stream()
                .filter(facts -> facts.file().role() != FileRole.TEST)
                .flatMap(facts -> facts.touchpoints().stream())
                .toList();
    }

    private static Map<FileRole, Integer> files(CodeGraph graph) {
        Map<FileRole, Integer> files = new EnumMap<>(FileRole.class);
        graph.files().forEach(each -> files.merge(each.file().role(), 1, Integer::sum));
        return files;
    }

    private static List<Ranked> important(CodeGraph graph, Importance importance) {
        GraphNodes nodes = graph.nodes();
        List<Ranked> important = new ArrayList<>();
        for (int node : importance.top(CONSIDERED)) {
            if (nodes.isSymbol(node) && important.size() < IMPORTANT) {
                important.add(new Ranked(nodes.symbol(node), importance.of(node)));
            }
        }
        return important;
    }
}
