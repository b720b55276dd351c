package dev.caffeinecode.docs.write;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.docs.citation.SnapshotLinks;
import dev.caffeinecode.docs.citation.SnapshotSources;
import dev.caffeinecode.docs.markdown.LinkPolicy;
import dev.caffeinecode.docs.markdown.Links;
import dev.caffeinecode.docs.verify.Material;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the text of a page is checked against. */
public final class PageMaterial {
    private PageMaterial() {}

    /** @param language English name of the one that the page is to be in */
    public static Material of(PageTask task, String language) {
        List<String> files = new ArrayList<>(task.page().brief().files());
        files.addAll(task.page().brief().tests());
        return new Material(
                task.graph(),
                task.names(),
                task.sources(),
                links(task, task.sources()),
                files,
                task.children().stream().map(PageTask.Child::title).toList(),
                language,
                List.of());
    }

    /**
     * Where links of the page may lead.
     *
     * @param sources what was read of them tells which web addresses may be linked
     */
    static LinkPolicy links(PageTask task, SnapshotSources sources) {
        Set<String> slugs = task.children().stream().map(PageTask.Child::slug).collect(Collectors.toSet());
        return new SnapshotLinks(
                task.page().brief().directory(),
                target -> isSource(task, sources, target),
                slug -> slugs.contains(slug) || task.modules().has(slug),
                sources::mentions);
    }

    private static boolean isSource(PageTask task, SnapshotSources sources, Links.SourceTarget target) {
        LineRange lines = target.lines();
        return lines == null
                ? task.graph().find(target.path()).isPresent()
                : sources.find(target.path()).filter(text -> text.has(lines)).isPresent();
    }
}
