package dev.caffeinecode.code.bench;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.NoteKind;
import dev.caffeinecode.code.bench.SoakMutations.Mutant;
import dev.caffeinecode.code.bench.SoakSeeds.Seed;
import dev.caffeinecode.code.index.CodeIndexer;
import dev.caffeinecode.code.index.IndexOptions;
import dev.caffeinecode.code.index.SourceBlob;
import dev.caffeinecode.code.rules.PathRules;
import dev.caffeinecode.code.symbols.WalkLimits;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Indexes mutated files of every language, many times over, and watches time and memory. A file over which the process
 * dies or hangs is left in a folder, as is the slowest of each language.
 */
final class Soak {
    /** Less than the product allows, as there are many files that go on to the limit. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static final int BATCH = 50;

    private static final IndexOptions OPTIONS = new IndexOptions(
            1,
            IndexOptions.DEFAULT.maxQueuedBytes(),
            IndexOptions.DEFAULT.maxParsedBytes(),
            LIMIT,
            WalkLimits.DEFAULT,
            PathRules.NONE,
            Set.of());

    private final SoakWatch watch;
    private long files;
    private long symbols;
    private long stopped;

    private Soak(SoakWatch watch) {
        this.watch = watch;
    }

    /**
     * Prints a line for each language; the slowest file is by processor time.
     *
     * @param count files of each
     * @param kept where files are left that show a fault
     * @param wanted languages, all if empty
     */
    static void run(int count, Path kept, Set<String> wanted) throws IOException, InterruptedException {
        System.out.printf(
                "%-12s %6s %8s %7s %8s %7s %9s %9s %8s | MiB: %6s %6s %6s %6s%n",
                "language",
                "files",
                "symbols",
                "faults",
                "stopped",
                "over 1s",
                "slowest",
                "linking",
                "seconds",
                "start",
                "middle",
                "end",
                "most");
        Map<String, List<Seed>> groups = SoakSeeds.read();
        groups.keySet().removeIf(group -> !wanted.isEmpty() && !wanted.contains(group));
        for (Map.Entry<String, List<Seed>> group : groups.entrySet()) {
            SoakMutations mutations = new SoakMutations(group.getValue());
            try (SoakWatch watch = new SoakWatch(kept, group.getKey())) {
                new Soak(watch).run(group.getKey(), count, mutations);
            }
        }
    }

    private void run(String group, int count, SoakMutations mutations) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        mutants(0, Math.min(BATCH, count), mutations); // what is loaded once is no leak
        long start = SoakWatch.residentMebibytes();
        mutants(BATCH, count / 2, mutations);
        long middle = SoakWatch.residentMebibytes();
        mutants(Math.max(BATCH, count / 2), count, mutations);
        long end = SoakWatch.residentMebibytes();
        for (Mutant each : mutations.extremes()) {
            index(List.of(each));
        }
        System.out.printf(
                "%-12s %6d %8d %7d %8d %7d %6d ms %6d ms %8d |      %6d %6d %6d %6d  slowest: %s%n",
                group,
                files,
                symbols,
                watch.faults(),
                stopped,
                watch.slow(),
                watch.slowest().toMillis(),
                watch.slowestLink().toMillis(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                start,
                middle,
                end,
                watch.mostMebibytes(),
                watch.slowestPath());
    }

    private void mutants(int from, int to, SoakMutations mutations) throws IOException, InterruptedException {
        for (int first = from; first < to; first += BATCH) {
            List<Mutant> batch = new ArrayList<>();
            for (int i = first; i < Math.min(to, first + BATCH); i++) {
                batch.add(mutations.mutant(i));
            }
            index(batch);
        }
    }

    private void index(List<Mutant> batch) throws IOException, InterruptedException {
        watch.begin(batch);
        CodeGraph graph = new CodeIndexer(OPTIONS)
                .index(
                        batch.stream()
                                .map(each -> SourceBlob.file(each.path(), each.content()))
                                .iterator(),
                        watch);
        watch.end();
        files += graph.files().size();
        symbols += graph.symbols().count();
        stopped += graph.files().stream()
                .flatMap(facts -> facts.file().notes().stream())
                .filter(note -> note.kind() == NoteKind.TOO_SLOW)
                .count();
    }
}
