package dev.caffeinecode.code.modules;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileRole;

import java.util.Map;
import java.util.Optional;

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
        return new ModulePlan(graph, budget).tree();
    }

    /** Returns the module that a file belongs to; empty if it was left out. */
    public Optional<CodeModule> moduleOf(String path) {
        return root.all().stream()
                .filter(module -> module.files().contains(path))
                .findFirst();
    }
}
