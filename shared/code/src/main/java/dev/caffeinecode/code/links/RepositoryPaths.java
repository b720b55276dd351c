package dev.caffeinecode.code.links;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds files by what others call them. */
final class RepositoryPaths {
    private RepositoryPaths() {}

    /** Goes from a folder along a relative path; empty if that leaves the repository. */
    static Optional<String> resolve(String directory, String relative) {
        List<String> parts = new ArrayList<>();
        for (String part : join(directory, relative).split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    static String join(String directory, String name) {
        return directory.isEmpty() ? name : name.isEmpty() ? directory : directory + "/" + name;
    }

    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns the first of some paths that is a file. */
    static Optional<Integer> first(SourceFiles files, List<String> paths) {
        return paths.stream().flatMap(path -> files.find(path).stream()).findFirst();
    }

    /**
     * Returns the file whose path ends with one, and of several the one that has most folders in common with where it is
     * asked for, then the shortest.
     */
    static Optional<Integer> endingWith(SourceFiles files, String end, String from) {
        return files.named(last(end)).stream()
                .filter(file -> {
                    String path = files.path(file);
                    return path.equals(end) || path.endsWith("/" + end);
                })
                .min(Comparator.comparingInt((Integer file) -> -common(files.path(file), from))
                        .thenComparingInt(file -> files.path(file).length())
                        .thenComparing(file -> files.path(file)));
    }

    /** Returns how many folders two paths have in common. */
    private static int common(String a, String b) {
        int slashes = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i); i++) {
            if (a.charAt(i) == '/') {
                slashes++;
            }
        }
        return slashes;
    }

    /** Returns the nearest folder at or above one that is among some. */
    static @Nullable String nearest(String directory, Set<String> among) {
        String at = directory;
        while (!among.contains(at)) {
            if (at.isEmpty()) {
                return null;
            }
            at = parent(at);
        }
        return at;
    }
}
