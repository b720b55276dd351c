package dev.caffeinecode.local.cli;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A folder with a wiki; replaced whole by the next wiki, so that it never holds half of one. */
final class WikiFolder {
    /** Marks a folder as ours to replace. */
    private static final String MARKER = ".caffeinecode";

    private WikiFolder() {}

    /** Whether it is absent, empty, or holds a wiki. */
    static boolean isUsable(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return Files.exists(folder.resolve(MARKER)) || !files.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    /** A repository's name as that of a folder. */
    static String safeName(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.-]+", "_");
        return safe.isEmpty() ? "repository" : safe;
    }

    /** Unpacks beside the folder, then puts the new one in its place. */
    static void replace(Path folder, Path zip) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        if (!isUsable(target)) {
            throw new IOException(target + " holds files that are not from here; choose another folder with --out");
        }
        Path parent = target.getParent();
        if (parent == null) {
            throw new IOException("the root folder cannot hold a wiki");
        }
        Files.createDirectories(parent);
        Path fresh = Files.createTempDirectory(parent, ".caffeine-new-");
        try {
            unpack(zip, fresh);
            Files.createFile(fresh.resolve(MARKER));
            if (Files.exists(target)) {
                delete(target);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            if (Files.exists(fresh)) {
                delete(fresh);
            }
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("the export holds a name that leaves its folder");
                }
                Path directory = file.getParent();
                if (directory != null) {
                    Files.createDirectories(directory);
                }
                Files.copy(entries, file);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
