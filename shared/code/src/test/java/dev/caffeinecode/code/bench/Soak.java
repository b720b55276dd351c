package dev.caffeinecode.code.bench;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.NoteKind;
import dev.caffeinecode.code.Samples;
import dev.caffeinecode.code.index.CodeIndexer;
import dev.caffeinecode.code.index.IndexOptions;
import dev.caffeinecode.code.index.ProgressListener;
import dev.caffeinecode.code.index.SourceBlob;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Indexes mutated files of every language, many times over, and watches the memory of the process. */
final class Soak {
    /** Longest time of one file, with what comes before it in its thread. */
    private static final class Watch implements ProgressListener {
        final AtomicInteger failed = new AtomicInteger();
        final AtomicLong slowest = new AtomicLong();
        private final ThreadLocal<Long> begun = ThreadLocal.withInitial(System::nanoTime);

        @Override
        public void parsing(String path) {
            begun.set(System.nanoTime());
        }

        @Override
        public void indexed(String path, long bytes) {
            slowest.accumulateAndGet(System.nanoTime() - begun.get(), Math::max);
        }

        @Override
        public void failed(String path, Throwable fault) {
            failed.incrementAndGet();
        }
    }

    private Soak() {}

    /** @param count files of each language */
    static void run(int count) throws IOException, InterruptedException {
        System.out.printf(
                "%-14s %6s %8s %7s %10s %8s%n", "sample", "files", "symbols", "faults", "slowest ms", "RSS MiB");
        for (String sample : Samples.mentions()) {
            String source = Samples.text("mentions/" + sample);
            Random random = new Random(25);
            Watch watch = new Watch();
            Iterator<SourceBlob> blobs = IntStream.range(0, count)
                    .mapToObj(i -> SourceBlob.file("f" + i + "/" + sample, mutated(source, random, i)))
                    .iterator();
            CodeGraph graph = new CodeIndexer(IndexOptions.DEFAULT).index(blobs, watch);
            long slow = graph.files().stream()
                    .flatMap(facts -> facts.file().notes().stream())
                    .filter(note -> note.kind() == NoteKind.TOO_SLOW)
                    .count();
            System.out.printf(
                    "%-14s %6d %8d %7d %10d %8d%s%n",
                    sample,
                    graph.files().size(),
                    graph.symbols().count(),
                    watch.failed.get(),
                    watch.slowest.get() / 1_000_000,
                    residentMebibytes(),
                    slow > 0 ? "  " + slow + " stopped for time" : "");
        }
    }

    /** Every tenth file is fifty times as long, every twentieth nested deeply, every fiftieth binary junk. */
    private static byte[] mutated(String source, Random random, int number) {
        if (number % 50 == 49) {
            byte[] junk = new byte[20_000];
            random.nextBytes(junk);
            return junk;
        }
        String text = Samples.mutilated(number % 10 == 9 ? source.repeat(50) : source, random);
        String nested = number % 20 == 19 ? "({[<".substring(random.nextInt(4)).repeat(3_000) + text : text;
        return nested.getBytes(StandardCharsets.UTF_8);
    }

    private static long residentMebibytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1_024;
    }
}
