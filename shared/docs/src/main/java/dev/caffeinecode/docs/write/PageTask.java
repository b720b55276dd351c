package dev.caffeinecode.docs.write;

import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.names.NameIndex;
import dev.caffeinecode.docs.citation.SnapshotSources;
import dev.caffeinecode.docs.page.Page;
import dev.caffeinecode.docs.plan.ModulePages;
import dev.caffeinecode.docs.template.PromptTemplate;

import java.util.List;

/**
 * Everything that a page is written from.
 *
 * @param repository name of the repository
 * @param children what stands below the page, done, in order
 * @param modules all pages about modules of the wiki, and which use which
 * @param names those of the graph
 * @param sources text of the snapshot's files, credentials masked
 */
public record PageTask(
        Page page,
        String repository,
        List<Child> children,
        CodeGraph graph,
        ModulePages modules,
        NameIndex names,
        SnapshotSources sources,
        PromptTemplate template,
        ModelId model) {
    public PageTask {
        children = List.copyOf(children);
    }

    /**
     * A page below.
     *
     * @param summary may be empty
     */
    public record Child(String slug, String title, String summary) {}
}
