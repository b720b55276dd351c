package dev.caffeinecode.code.links;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an import with a certain name means: the whole name is given, or its beginning and end.
 *
 * @param end null for a whole name
 * @param paths {@code *} stands for what is between beginning and end
 */
record PathPattern(String beginning, @Nullable String end, List<String> paths) {
    /** Whole names come before patterns. */
    static final Comparator<PathPattern> BEST_FIRST = Comparator.comparing((PathPattern each) -> each.end() != null)
            .thenComparingInt(each -> -each.beginning().length());

    PathPattern {
        paths = List.copyOf(paths);
    }

    /** Makes what is written with one {@code *} at most. */
    static PathPattern of(String pattern, List<String> paths) {
        int star = pattern.indexOf('*');
        return star < 0
                ? new PathPattern(pattern, null, paths)
                : new PathPattern(pattern.substring(0, star), pattern.substring(star + 1), paths);
    }

    /** Returns the patterns among the properties of a file whose names begin so, the best first. */
    static List<PathPattern> among(Map<String, String> properties, String beginning) {
        return properties.entrySet().stream()
                .filter(each -> each.getKey().startsWith(beginning))
                .map(each -> of(
                        each.getKey().substring(beginning.length()),
                        each.getValue().lines().toList()))
                .sorted(BEST_FIRST)
                .toList();
    }

    /** Returns the same with paths from the root instead of from a folder; those that lead out are left out. */
    PathPattern within(String directory) {
        List<String> whole = paths.stream()
                .flatMap(path -> RepositoryPaths.resolve(directory, path).stream())
                .toList();
        return new PathPattern(beginning, end, whole);
    }

    /** Returns the paths that a name stands for; none if it is another one. */
    Stream<String> paths(String name) {
        if (end == null) {
            return name.equals(beginning) ? paths.stream() : Stream.empty();
        }
        boolean fits =
                name.length() >= beginning.length() + end.length() && name.startsWith(beginning) && name.endsWith(end);
        return fits
                ? paths.stream()
                        .map(path ->
                                path.replace("*", name.substring(beginning.length(), name.length() - end.length())))
                : Stream.empty();
    }
}
