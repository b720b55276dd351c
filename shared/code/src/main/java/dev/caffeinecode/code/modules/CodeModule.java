package dev.caffeinecode.code.modules;

import java.util.ArrayList;
import java.util.List;

/**
 * Files that belong together, and the modules below them.
 *
 * @param id the folder, with {@code #} and a word if it is only a part of one; the same from commit to commit as long
 *     as the module is
 * @param name for people; no other module beside it has it, and it is not that of the one around it
 * @param path the folder that the module is about; empty for the root. Tests of it and a few small files around it may
 *     lie elsewhere
 * @param files paths in order, those of the modules below not among them; may be empty if there are some
 * @param tokens estimated size of the files that were counted against the budget, without the modules below
 */
public record CodeModule(
        String id, String name, String path, List<String> files, List<CodeModule> children, int tokens) {
    public CodeModule {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a module needs a name: " + id);
        }
        files = List.copyOf(files);
        children = List.copyOf(children);
    }

    public boolean isLeaf() {
        return children.isEmpty();
    }

    /** Returns this module and all below it, each before those below it. */
    public List<CodeModule> all() {
        List<CodeModule> all = new ArrayList<>();
        all.add(this);
        for (CodeModule child : children) {
            all.addAll(child.all());
        }
        return all;
    }
}
