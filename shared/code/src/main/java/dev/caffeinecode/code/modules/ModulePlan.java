package dev.caffeinecode.code.modules;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileRole;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Parts one repository into modules. */
final class ModulePlan {
    private final CodeGraph graph;
    private final ModuleBudget budget;
    private final FileTies ties;

    ModulePlan(CodeGraph graph, ModuleBudget budget) {
        this.graph = graph;
        this.budget = budget;
        this.ties = new FileTies(graph);
    }

    /** @param name what the repository is called where no manifest at its root says so */
    ModuleTree tree(String name) {
        Map<FileRole, Integer> leftOut = new EnumMap<>(FileRole.class);
        for (FileFacts facts : graph.files()) {
            if (!Placement.belongs(facts.file().role())) {
                leftOut.merge(facts.file().role(), 1, Integer::sum);
            }
        }
        Folder root = Folder.of(Placement.of(graph, ties));
        return new ModuleTree(ModuleNames.named(module(root), rootName(name)), leftOut);
    }

    /**
     * The repository is called what the manifest at its root says, without whose it is and which edition: {@code gin}
     * for {@code github.com/gin-gonic/gin/v2}, {@code core} for {@code @vue/core}.
     */
    private String rootName(String otherwise) {
        return graph.manifests().stream()
                .filter(manifest -> !manifest.path().contains("/"))
                .flatMap(manifest -> Stream.ofNullable(manifest.name()))
                .map(name -> name.replaceFirst("(?<=[^/])/v[0-9]{1,3}$", "").replaceFirst("^.*/(?=[^/]+$)", ""))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(otherwise);
    }

    private Part module(Folder folder) {
        if (folder.tokens() <= budget.maxTokens()) {
            return new Part(folder.path(), "", folder.all(), List.of());
        }
        List<Placed> own = new ArrayList<>();
        Folder about = folder.path().isEmpty() ? folder : descend(folder, own);
        own.addAll(about.files());
        List<Part> parts = new ArrayList<>();
        for (Folder inner : about.folders()) {
            if (inner.tokens() < budget.minTokens()) {
                own.addAll(inner.all());
            } else {
                parts.add(module(inner.collapsed()));
            }
        }
        return new FolderSplit(about.path(), budget, ties).split(own, parts);
    }

    /** Goes down while next to all lies in one folder, collecting the rest: {@code src/main/java/com/acme}. */
    private Folder descend(Folder folder, List<Placed> rest) {
        Folder about = folder;
        while (true) {
            Folder only = null;
            int large = 0;
            for (Folder inner : about.folders()) {
                if (inner.tokens() >= budget.minTokens()) {
                    only = inner;
                    large++;
                }
            }
            if (only == null || large > 1 || about.tokens() - only.tokens() >= budget.minTokens()) {
                return about;
            }
            rest.addAll(about.files());
            for (Folder inner : about.folders()) {
                if (inner != only) {
                    rest.addAll(inner.all());
                }
            }
            about = only;
        }
    }
}
