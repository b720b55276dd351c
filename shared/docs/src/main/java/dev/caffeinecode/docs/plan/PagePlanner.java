package dev.caffeinecode.docs.plan;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.EntryPoint;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.modules.CodeModule;
import dev.caffeinecode.code.modules.ModuleBudget;
import dev.caffeinecode.code.modules.ModuleTree;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides which pages the wiki of a code graph has: an overview, how to get started, and a page for each module, nested
 * as the modules are. The same graph gives the same plan.
 */
@Singleton
public class PagePlanner {
    private static final int MAX_MANIFESTS = 12;
    private static final int MAX_ENTRY_POINTS = 10;
    private static final int MAX_SETTINGS = 15;

    /** What a newcomer's first steps depend on, besides build files. */
    private static final Set<FileRole> SETTINGS = EnumSet.of(FileRole.CI, FileRole.CONTAINER, FileRole.CONFIGURATION);

    public PagePlanner() {}

    /** @param repository its name, the title of the wiki */
    public PlannedPage plan(CodeGraph graph, String repository) {
        List<PlannedPage> children = new ArrayList<>();
        Slugs slugs = new Slugs();
        children.add(new PlannedPage(
                slugs.of("getting-started"),
                "Getting started",
                PageKind.GETTING_STARTED,
                new Brief("", gettingStarted(graph), List.of()),
                List.of()));
        CodeModule root = ModuleTree.of(graph, ModuleBudget.DEFAULT).root();
        if (!root.files().isEmpty()) {
            children.add(page(graph, withoutChildren(root, repository), slugs));
        }
        root.children().forEach(module -> children.add(page(graph, module, slugs)));
        return new PlannedPage(
                slugs.of("overview"),
                repository,
                PageKind.OVERVIEW,
                new Brief("", overview(graph), List.of()),
                children);
    }

    /** The files around the top-level modules, or all files of a repository that is one module. */
    private static CodeModule withoutChildren(CodeModule root, String repository) {
        String name = root.isLeaf() ? repository + " source" : "Root folder";
        return new CodeModule(root.id(), name, root.path(), root.files(), List.of(), root.tokens());
    }

    private static PlannedPage page(CodeGraph graph, CodeModule module, Slugs slugs) {
        String slug = slugs.of("modules/" + (module.id().isEmpty() ? "root" : module.id()));
        List<PlannedPage> children = module.children().stream()
                .map(child -> page(graph, child, slugs))
                .toList();
        return new PlannedPage(
                slug,
                module.name(),
                children.isEmpty() ? PageKind.MODULE : PageKind.GROUP,
                new Brief(module.path(), files(graph, module, false), files(graph, module, true)),
                children);
    }

    private static List<String> files(CodeGraph graph, CodeModule module, boolean tests) {
        return module.files().stream()
                .filter(path -> tests
                        == graph.find(path)
                                .map(file -> file.file().role() == FileRole.TEST)
                                .orElse(false))
                .toList();
    }

    private static List<String> overview(CodeGraph graph) {
        Stream<String> entries = graph.entryPoints().stream()
                .map(EntryPoint::source)
                .map(source -> source.path())
                .filter(path -> role(graph, path) != FileRole.TEST)
                .sorted(byDepth())
                .distinct()
                .limit(MAX_ENTRY_POINTS);
        return Stream.of(readme(graph), manifests(graph), entries)
                .flatMap(paths -> paths)
                .distinct()
                .toList();
    }

    private static List<String> gettingStarted(CodeGraph graph) {
        Stream<String> guides = graph.files().stream()
                .filter(file -> file.file().role() == FileRole.DOCUMENTATION)
                .map(FileFacts::path)
                .filter(path ->
                        path.toLowerCase(Locale.ROOT).matches("(docs?/)?(contributing|install|building|hacking)[^/]*"));
        Stream<String> settings = graph.files().stream()
                .filter(file -> SETTINGS.contains(file.file().role()))
                .map(FileFacts::path)
                .sorted(byDepth())
                .limit(MAX_SETTINGS);
        return Stream.of(readme(graph), guides, manifests(graph), settings)
                .flatMap(paths -> paths)
                .distinct()
                .toList();
    }

    private static Stream<String> readme(CodeGraph graph) {
        return graph.readmes().stream().limit(1).filter(path -> !path.contains("/"));
    }

    private static Stream<String> manifests(CodeGraph graph) {
        return graph.manifests().stream().map(Manifest::path).sorted(byDepth()).limit(MAX_MANIFESTS);
    }

    private static FileRole role(CodeGraph graph, String path) {
        return graph.find(path).map(file -> file.file().role()).orElse(FileRole.DATA);
    }

    private static Comparator<String> byDepth() {
        return Comparator.comparingLong((String path) ->
                        path.chars().filter(character -> character == '/').count())
                .thenComparing(Comparator.naturalOrder());
    }
}
