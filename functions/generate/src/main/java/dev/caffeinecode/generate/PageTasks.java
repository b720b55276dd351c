package dev.caffeinecode.generate;

import dev.caffeinecode.docs.citation.SnapshotArchives;
import dev.caffeinecode.docs.citation.SnapshotSources;
import dev.caffeinecode.docs.page.Page;
import dev.caffeinecode.docs.page.PageContent;
import dev.caffeinecode.docs.page.Pages;
import dev.caffeinecode.docs.template.PromptTemplates;
import dev.caffeinecode.docs.write.PageTask;
import dev.caffeinecode.repository.RepositoryId;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;

/** Gathers what a page is written from. */
@Singleton
class PageTasks {
    private final RunSubject.Finder subjects;
    private final SnapshotGraphs graphs;
    private final PromptTemplates templates;
    private final SnapshotArchives archives;
    private final Pages pages;

    PageTasks(
            RunSubject.Finder subjects,
            SnapshotGraphs graphs,
            PromptTemplates templates,
            SnapshotArchives archives,
            Pages pages) {
        this.subjects = subjects;
        this.graphs = graphs;
        this.templates = templates;
        this.archives = archives;
        this.pages = pages;
    }

    /** A task with what it was made from. */
    record Prepared(PageTask task, RunSubject subject, SnapshotSources sources) {}

    Prepared prepare(Page page) {
        RunSubject subject = subjects.get(page.run());
        SnapshotSources sources = archives.sources(subject.snapshot());
        PageTask task = new PageTask(
                page,
                subject.repository().name(),
                children(page, subject.repository().id()),
                graphs.of(subject.snapshot()),
                graphs.modulesOf(subject.snapshot()),
                graphs.names(subject.snapshot()),
                sources,
                templates.get(subject.run().template()),
                subject.run().model());
        return new Prepared(task, subject, sources);
    }

    private List<PageTask.Child> children(Page page, RepositoryId repository) {
        return pages.childrenOf(page.id()).stream()
                .map(child -> new PageTask.Child(child.slug(), child.title(), summary(child, repository)))
                .toList();
    }

    private String summary(Page child, RepositoryId repository) {
        return Optional.ofNullable(child.inputDigest())
                .flatMap(digest -> pages.findContent(repository, digest))
                .map(PageContent::summary)
                .orElse("");
    }
}
