package dev.caffeinecode.docs;

import dev.caffeinecode.ai.Asking;
import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.index.CodeIndexer;
import dev.caffeinecode.code.index.IndexOptions;
import dev.caffeinecode.code.index.ProgressListener;
import dev.caffeinecode.code.index.SourceBlob;
import dev.caffeinecode.code.names.NameIndex;
import dev.caffeinecode.docs.citation.SnapshotSources;
import dev.caffeinecode.docs.page.Page;
import dev.caffeinecode.docs.page.PageId;
import dev.caffeinecode.docs.page.PageState;
import dev.caffeinecode.docs.plan.Brief;
import dev.caffeinecode.docs.plan.ModulePages;
import dev.caffeinecode.docs.plan.PageKind;
import dev.caffeinecode.docs.plan.PagePlanner;
import dev.caffeinecode.docs.plan.PlannedPage;
import dev.caffeinecode.docs.run.RunId;
import dev.caffeinecode.docs.template.PromptTemplate;
import dev.caffeinecode.docs.template.PromptTemplates;
import dev.caffeinecode.docs.write.PageTask;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** A repository of a few files, read into a graph as any other. */
public final class Fixture {
    /** For what is written without a model. */
    public static final Asking NOBODY = (_, _) -> {
        throw new AssertionError("a model is asked");
    };

    private static final ModelId MODEL = ModelId.OUTLINE;

    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, String> links = new TreeMap<>();
    private @Nullable CodeGraph graph;

    public Fixture() {}

    /** The files below {@code src/test/resources/<name>}. */
    public static Fixture folder(String name) {
        Path root = Path.of("src/test/resources", name);
        Fixture fixture = new Fixture();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String relative = root.relativize(path).toString().replace('\\', '/');
                fixture.file(relative, Files.readString(path));
            }
            return fixture;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Fixture file(String path, String text) {
        files.put(path, text);
        graph = null;
        return this;
    }

    /** A symbolic link; its text leads nowhere, as in a snapshot. */
    public Fixture link(String path, String text) {
        links.put(path, text);
        graph = null;
        return this;
    }

    public CodeGraph graph() {
        CodeGraph known = graph;
        if (known == null) {
            known = index();
            graph = known;
        }
        return known;
    }

    private CodeGraph index() {
        Stream<SourceBlob> blobs = Stream.concat(
                files.entrySet().stream()
                        .map(file ->
                                SourceBlob.file(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8))),
                links.entrySet().stream()
                        .map(link -> SourceBlob.symlink(
                                link.getKey(), link.getValue().getBytes(StandardCharsets.UTF_8))));
        try {
            return new CodeIndexer(IndexOptions.DEFAULT.withThreads(1)).index(blobs.iterator(), ProgressListener.NONE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public SnapshotSources sources() {
        return new SnapshotSources(
                path -> Optional.ofNullable(files.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    public PageTask task(PlannedPage planned, PageTask.Child... children) {
        return task(planned, new PromptTemplates().get(null), children);
    }

    public PageTask task(PlannedPage planned, PromptTemplate template, PageTask.Child... children) {
        ModulePages modules = ModulePages.of(graph(), new PagePlanner().plan(graph(), "shop"));
        NameIndex names = NameIndex.of(graph());
        return new PageTask(
                page(planned), "shop", List.of(children), graph(), modules, names, sources(), template, MODEL);
    }

    /** A page about a folder with these files. */
    public static PlannedPage planned(PageKind kind, String directory, List<String> files, List<String> tests) {
        return new PlannedPage("modules/cart", "cart", kind, new Brief(directory, files, tests), List.of());
    }

    public static Page page(PlannedPage planned) {
        return new Page(
                new PageId(new UUID(0, 1)),
                new RunId(new UUID(0, 2)),
                null,
                0,
                planned.slug(),
                planned.title(),
                planned.kind(),
                planned.brief(),
                PageState.WRITING,
                null,
                false,
                null,
                Instant.EPOCH);
    }
}
