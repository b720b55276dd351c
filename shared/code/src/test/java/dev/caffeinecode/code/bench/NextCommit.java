package dev.caffeinecode.code.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.format.CodeGraphFormat;
import dev.caffeinecode.code.format.GraphLimits;
import dev.caffeinecode.code.format.KnownFilesFormat;
import dev.caffeinecode.code.index.CodeIndexer;
import dev.caffeinecode.code.index.FileKey;
import dev.caffeinecode.code.index.IndexOptions;
import dev.caffeinecode.code.index.KnownFiles;
import dev.caffeinecode.code.index.ProgressListener;
import dev.caffeinecode.code.index.ReadFiles;
import dev.caffeinecode.code.index.ReaderBuild;
import dev.caffeinecode.code.index.SourceBlob;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Indexes one commit with what is known of files from another one, as the index function does. */
final class NextCommit {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private NextCommit() {}

    /**
     * Prints what was read and what each part took.
     *
     * @param names lines of git's name of a blob, a tab and a path below the directory
     * @param known what is known of files, if it is there; written anew if that pays
     */
    static void run(Path directory, Path names, Path known, Path graph) throws IOException, InterruptedException {
        String build = ReaderBuild.current().orElseThrow();
        CodeIndexer indexer = new CodeIndexer(IndexOptions.DEFAULT);
        List<SourceBlob> blobs = blobs(directory, names);
        Set<FileKey> wanted =
                blobs.stream().flatMap(each -> indexer.key(each).stream()).collect(Collectors.toSet());
        List<Long> times = new ArrayList<>(List.of(0L, SYSTEM.getProcessCpuTime()));
        KnownFiles before = KnownFiles.NONE;
        if (Files.exists(known)) {
            try (InputStream in = Files.newInputStream(known)) {
                before = KnownFilesFormat.read(build, in, wanted::contains, GraphLimits.DEFAULT);
            }
        }
        times.add(SYSTEM.getProcessCpuTime());
        ReadFiles read = indexer.read(blobs.iterator(), before, ProgressListener.NONE);
        times.add(SYSTEM.getProcessCpuTime());
        CodeGraph linked = read.link();
        times.add(SYSTEM.getProcessCpuTime());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(graph))) {
            CodeGraphFormat.write(linked, out);
        }
        times.add(SYSTEM.getProcessCpuTime());
        if (read.isWorthKeeping()) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(known))) {
                KnownFilesFormat.write(build, read.keepable(), out);
            }
        }
        times.add(SYSTEM.getProcessCpuTime());
        StringBuilder line = new StringBuilder("%d files %d reused %d bytes %d new %d known"
                .formatted(linked.files().size(), read.reused(), read.bytes(), read.newBytes(), Files.size(known)));
        List<String> parts = List.of("start", "load", "read", "link", "write", "keep");
        for (int i = 0; i < parts.size(); i++) {
            line.append(" %s %d".formatted(parts.get(i), (times.get(i + 1) - times.get(i)) / 1_000_000));
        }
        System.out.println(line);
    }

    private static List<SourceBlob> blobs(Path directory, Path names) throws IOException {
        List<SourceBlob> blobs = new ArrayList<>();
        for (String line : Files.readAllLines(names)) {
            int tab = line.indexOf('\t');
            Path file = directory.resolve(line.substring(tab + 1));
            blobs.add(SourceBlob.file(line.substring(tab + 1), size(file), () -> BenchTree.read(file))
                    .named(line.substring(0, tab)));
        }
        return blobs;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
