package dev.caffeinecode.platform.scratch;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;

/**
 * Hands out empty directories that vanish when closed. What a killed process left is deleted when the next one starts:
 * each directory carries the process id of its owner.
 */
@Singleton
public class ScratchSpace {
    private static final Pattern OWNER = Pattern.compile("[0-9]{1,18}");

    private final Path root;
    private final long pid = ProcessHandle.current().pid();

    public ScratchSpace(ScratchSettings settings) {
        this.root = settings.root();
        try {
            Files.createDirectories(root);
            deleteLeftovers();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the scratch directory " + root, e);
        }
    }

    /** An empty directory of one owner. */
    public static final class Directory implements AutoCloseable {
        private final Path path;

        private Directory(Path path) {
            this.path = path;
        }

        public Path path() {
            return path;
        }

        @Override
        public void close() throws IOException {
            delete(path);
        }
    }

    /** @param purpose letters; part of the name */
    public Directory create(String purpose) throws IOException {
        return new Directory(Files.createTempDirectory(root, pid + "-" + purpose + "-"));
    }

    /** At its start this process owns nothing, so what carries its own id is of an earlier one that had the same. */
    private void deleteLeftovers() throws IOException {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(root)) {
            for (Path directory : directories) {
                String owner = String.valueOf(directory.getFileName()).split("-", 2)[0];
                if (OWNER.matcher(owner).matches() && !belongsToAnotherProcess(Long.parseLong(owner))) {
                    delete(directory);
                }
            }
        }
    }

    private boolean belongsToAnotherProcess(long owner) {
        return owner != pid && ProcessHandle.of(owner).isPresent();
    }

    private static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
