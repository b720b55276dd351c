package dev.caffeinecode.code;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a build file declares about the code beside it, as far as it can be read without running anything.
 *
 * @param dependencies what it asks for, in the order of the file; of each name only the first
 */
public record Manifest(
        String path,
        ManifestKind kind,
        @Nullable String name,
        @Nullable String description,
        @Nullable String version,
        @Nullable String license,
        List<Dependency> dependencies) {
    public Manifest {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a manifest needs a path");
        }
        Set<String> names = new HashSet<>();
        dependencies =
                dependencies.stream().filter(each -> names.add(each.name())).toList();
    }

    /** Returns the names of what the code needs when it runs, of some of it optionally. */
    public List<String> needs() {
        return dependencies.stream()
                .filter(each -> each.scope() == DependencyScope.RUNTIME || each.scope() == DependencyScope.OPTIONAL)
                .map(Dependency::name)
                .toList();
    }

    /** Returns the same manifest of something that asks for other packages. */
    public Manifest asking(List<Dependency> others) {
        return new Manifest(path, kind, name, description, version, license, others);
    }
}
