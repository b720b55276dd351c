package dev.caffeinecode.code.bench;

import dev.caffeinecode.code.index.SourceBlob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The files below a directory, in the order of their paths; no links. */
record BenchTree(Path root, List<Path> files) {
    static BenchTree of(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return new BenchTree(
                    root,
                    all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                            .sorted()
                            .toList());
        }
    }

    String path(Path file) {
        return root.relativize(file).toString();
    }

    Iterator<SourceBlob> blobs() {
        return files.stream()
                .map(file -> SourceBlob.file(path(file), read(file)))
                .iterator();
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
