package dev.caffeinecode.docs.verify;

import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.index.CodeIndexer;
import dev.caffeinecode.code.index.IndexOptions;
import dev.caffeinecode.code.index.ProgressListener;
import dev.caffeinecode.code.index.SourceBlob;
import dev.caffeinecode.code.names.NameIndex;
import dev.caffeinecode.docs.Fixture;
import dev.caffeinecode.docs.citation.SnapshotSources;
import dev.caffeinecode.docs.outline.OutlineWriter;
import dev.caffeinecode.docs.plan.ModulePages;
import dev.caffeinecode.docs.plan.PagePlanner;
import dev.caffeinecode.docs.plan.PlannedPage;
import dev.caffeinecode.docs.template.PromptTemplates;
import dev.caffeinecode.docs.write.Draft;
import dev.caffeinecode.docs.write.PageMaterial;
import dev.caffeinecode.docs.write.PageTask;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Question: how many names does the verifier not know of those that are true, and how fast is it? Outlines are true by
 * construction, so every unknown name in one is a mistake of the verifier.
 */
public final class VerifyBench {
    private static final int MAX_BYTES = 1 << 20;
    private static final int ROUNDS = 5;

    private final Path root;
    private final String name;
    private final CodeGraph graph;
    private final NameIndex names;
    private final PlannedPage plan;
    private final ModulePages modules;
    private final SnapshotSources sources = new SnapshotSources(this::read);
    private final PrintStream out;
    private final boolean verbose;

    private VerifyBench(Path root, PrintStream out, boolean verbose) throws IOException, InterruptedException {
        this.root = root;
        this.name = String.valueOf(root.getFileName());
        this.out = out;
        this.verbose = verbose;
        this.graph = new CodeIndexer(IndexOptions.DEFAULT).index(blobs().iterator(), ProgressListener.NONE);
        long start = System.nanoTime();
        this.names = NameIndex.of(graph);
        this.plan = new PagePlanner().plan(graph, name);
        this.modules = ModulePages.of(graph, plan);
        out.printf("%s: %d files, names in %d ms%n", name, graph.files().size(), millis(start));
    }

    /** @param arguments {@code -v} to see what is not known, and folders with the files of repositories */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean verbose = arguments.length > 0 && arguments[0].equals("-v");
        for (String directory : List.of(arguments).subList(verbose ? 1 : 0, arguments.length)) {
            new VerifyBench(Path.of(directory), System.out, verbose).run();
        }
    }

    private List<SourceBlob> blobs() throws IOException {
        List<SourceBlob> blobs = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().contains("/.git/"))::iterator) {
                if (Files.size(path) <= MAX_BYTES) {
                    String relative = root.relativize(path).toString().replace('\\', '/');
                    blobs.add(SourceBlob.file(relative, Files.readAllBytes(path)));
                }
            }
        }
        return blobs;
    }

    /** Nanoseconds of this thread: others may be at work on the machine. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private Optional<byte[]> read(String path) {
        try {
            Path file = root.resolve(path);
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void run() {
        List<PageTask> tasks = new ArrayList<>();
        tasks(plan, tasks);
        Map<String, Integer> unknown = new TreeMap<>();
        int resolved = 0;
        int missing = 0;
        int unsupported = 0;
        int supported = 0;
        List<Drafted> drafts = tasks.stream().map(Drafted::of).toList();
        for (Drafted drafted : drafts) {
            Verdict verdict = new Verifier(PageMaterial.of(drafted.task(), "English")).check(drafted.markdown());
            resolved += verdict.figures().identifiersResolved();
            missing += verdict.figures().identifiersUnknown();
            supported += verdict.figures().supported();
            unsupported += verdict.figures().unsupported();
            for (Finding finding : verdict.findings()) {
                if (finding instanceof Finding.UnknownName stranger) {
                    unknown.merge(
                            stranger.name() + "  on " + drafted.task().page().title(), 1, Integer::sum);
                } else if (verbose && !(finding instanceof Finding.UncitedParagraph)) {
                    out.println("  " + drafted.task().page().title() + ": " + finding.instruction());
                }
            }
        }
        out.printf(
                "  %d pages, %d names known, %d not (%.2f %%), sentences %d supported, %d not%n",
                tasks.size(),
                resolved,
                missing,
                100.0 * missing / Math.max(1, resolved + missing),
                supported,
                unsupported);
        if (verbose) {
            unknown.forEach((name, count) -> out.println("  " + count + " x " + name));
        }
        speed(drafts);
    }

    private record Drafted(PageTask task, String markdown) {
        static Drafted of(PageTask task) {
            Draft.Written written = new OutlineWriter().draft(task).write(Fixture.NOBODY);
            return new Drafted(task, written instanceof Draft.Written.Text text ? text.markdown() : "");
        }
    }

    /** Reading the source is done before: it comes from an archive in real life. */
    private void speed(List<Drafted> drafts) {
        for (int round = 1; round <= ROUNDS; round++) {
            long citations = 0;
            long characters = 0;
            long start = processor();
            for (Drafted drafted : drafts) {
                Verdict verdict = new Verifier(PageMaterial.of(drafted.task(), "English")).check(drafted.markdown());
                citations += verdict.figures().citations();
                characters += drafted.markdown().length();
            }
            double seconds = Math.max(1, processor() - start) / 1e9;
            out.printf(
                    "  round %d: %d citations in %.2f s of one core: %.0f citations/s, %.1f MB of Markdown/s%n",
                    round, citations, seconds, citations / seconds, characters / seconds / 1e6);
        }
    }

    private void tasks(PlannedPage planned, List<PageTask> tasks) {
        List<PageTask.Child> children = planned.children().stream()
                .map(child -> new PageTask.Child(child.slug(), child.title(), ""))
                .toList();
        tasks.add(new PageTask(
                Fixture.page(planned),
                name,
                children,
                graph,
                modules,
                names,
                sources,
                new PromptTemplates().get(null),
                ModelId.OUTLINE));
        planned.children().forEach(child -> tasks(child, tasks));
    }
}
