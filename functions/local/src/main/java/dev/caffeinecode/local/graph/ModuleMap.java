package dev.caffeinecode.local.graph;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.References;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.modules.CodeModule;
import dev.caffeinecode.code.modules.ModuleTree;
import dev.caffeinecode.code.rank.Importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The modules of a graph with their files, numbered for a drawing: what lies outside of all modules is not in it.
 *
 * @param modules each before those below it
 * @param files by module
 * @param symbols of each module the most important, most important first over all
 * @param ties between files of one module, those with most references first
 */
record ModuleMap(List<Box> modules, List<SizedFile> files, List<Named> symbols, List<Tie> ties) {
    private static final int SYMBOLS_OF_A_MODULE = 12;
    private static final int MAX_TIES = 20_000;
    private static final int WHOLE = 100;

    ModuleMap {
        modules = List.copyOf(modules);
        files = List.copyOf(files);
        symbols = List.copyOf(symbols);
        ties = List.copyOf(ties);
    }

    /** @param around number of the module around this one; -1 for the outermost */
    record Box(CodeModule module, int around) {}

    /** @param module number of the one that the file is in */
    record SizedFile(FileFacts facts, int module) {}

    /** @param file number of the one that the symbol is in */
    record Named(Symbol symbol, int file) {}

    /**
     * One file refers to another.
     *
     * @param from number of a file
     * @param to number of a file
     * @param references how many references lead there, each counted by how sure it is
     */
    record Tie(int from, int to, int references) {}

    static ModuleMap of(CodeGraph graph, ModuleTree tree, Importance importance) {
        List<Box> modules = new ArrayList<>();
        collect(tree.root(), -1, modules);
        List<SizedFile> files = new ArrayList<>();
        for (int module = 0; module < modules.size(); module++) {
            for (String path : modules.get(module).module().files()) {
                int number = module;
                graph.find(path).ifPresent(facts -> files.add(new SizedFile(facts, number)));
            }
        }
        int[] numbers = numbers(graph.nodes(), files);
        int[] shown = new int[modules.size()];
        return new ModuleMap(
                modules, files, symbols(graph, importance, files, numbers, shown), ties(graph, files, numbers));
    }

    private static void collect(CodeModule module, int around, List<Box> modules) {
        int number = modules.size();
        modules.add(new Box(module, around));
        module.children().forEach(child -> collect(child, number, modules));
    }

    /** Returns the number here of each file of the graph; -1 for those in no module. */
    private static int[] numbers(GraphNodes nodes, List<SizedFile> files) {
        int[] numbers = new int[nodes.files()];
        Arrays.fill(numbers, -1);
        for (int i = 0; i < files.size(); i++) {
            int number = i;
            nodes.find(files.get(i).facts().path()).ifPresent(node -> numbers[node] = number);
        }
        return numbers;
    }

    /** @param counts how many there are of each module so far */
    private static List<Named> symbols(
            CodeGraph graph, Importance importance, List<SizedFile> files, int[] numbers, int[] counts) {
        GraphNodes nodes = graph.nodes();
        List<Named> symbols = new ArrayList<>();
        for (int node : importance.top(nodes.count())) {
            int file = nodes.isSymbol(node) ? numbers[nodes.fileOf(node)] : -1;
            boolean shown = file >= 0 && files.get(file).facts().file().role() != FileRole.TEST;
            if (shown && counts[files.get(file).module()]++ < SYMBOLS_OF_A_MODULE) {
                symbols.add(new Named(nodes.symbol(node), file));
            }
        }
        return symbols;
    }

    private static List<Tie> ties(CodeGraph graph, List<SizedFile> files, int[] numbers) {
        GraphNodes nodes = graph.nodes();
        References references = graph.references();
        Map<Long, Integer> percents = new LinkedHashMap<>();
        IntStream.range(0, references.size())
                .filter(i -> !nodes.isPackage(references.to(i)))
                .forEach(i -> {
                    int from = numbers[nodes.fileOf(references.from(i))];
                    int to = numbers[nodes.fileOf(references.to(i))];
                    boolean inside = from >= 0 && to >= 0 && from != to;
                    if (inside && files.get(from).module() == files.get(to).module()) {
                        percents.merge(((long) from << Integer.SIZE) | to, references.weight(i), Integer::sum);
                    }
                });
        return percents.entrySet().stream()
                .map(each -> new Tie(
                        (int) (each.getKey() >> Integer.SIZE),
                        each.getKey().intValue(),
                        Math.ceilDiv(each.getValue(), WHOLE)))
                .sorted(Comparator.comparingInt(Tie::references)
                        .reversed()
                        .thenComparingInt(Tie::from)
                        .thenComparingInt(Tie::to))
                .limit(MAX_TIES)
                .toList();
    }
}
