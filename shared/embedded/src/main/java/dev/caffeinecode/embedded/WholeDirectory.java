package dev.caffeinecode.embedded;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Directories that are there whole or not at all: filled under another name, then renamed. What a process that was
 * killed while filling leaves behind is swept away by the next that fills.
 */
final class WholeDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(WholeDirectory.class);
    private static final String PART = ".part-";

    private WholeDirectory() {}

    /** Puts the content into an empty directory. */
    @FunctionalInterface
    interface Filling {
        void fill(Path directory) throws IOException, InterruptedException;
    }

    /** Fills the target once, however many processes ask for it at the same time. */
    static Path fillOnce(Path target, Filling filling) throws IOException, InterruptedException {
        if (Files.exists(target)) {
            return target;
        }
        try (ProcessLock _ = ProcessLock.acquire(target.resolveSibling(target.getFileName() + ".lock"))) {
            if (!Files.exists(target)) {
                fill(target, filling);
            }
        }
        return target;
    }

    /** Fills the target, which must not exist; the caller holds a lock that keeps others away. */
    static void fill(Path target, Filling filling) throws IOException, InterruptedException {
        sweep(target);
        Path part = target.resolveSibling(target.getFileName() + PART
                + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()));
        Files.createDirectories(part);
        boolean filled = false;
        try {
            filling.fill(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            filled = true;
        } finally {
            if (!filled) {
                delete(part);
            }
        }
    }

    /** Deletes a tree; what vanishes meanwhile is as good as deleted. */
    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void sweep(Path target) throws IOException {
        Path parent = Files.createDirectories(target.toAbsolutePath().resolveSibling(""));
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(parent, target.getFileName() + PART + "*")) {
            for (Path leftover : leftovers) {
                try {
                    delete(leftover);
                } catch (DirectoryNotEmptyException e) {
                    // An orphan of the killed process still writes there; a later sweep gets it.
                    LOG.atDebug().setCause(e).addKeyValue("directory", leftover).log("leftover kept");
                }
            }
        }
    }
}
