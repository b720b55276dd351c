package dev.caffeinecode.code;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a build file declares about the code beside it, as far as it can be read without running anything.
 *
 * @param dependencies the names of what it needs, in the order of the file, each once
 */
public record Manifest(
        String path,
        ManifestKind kind,
        @Nullable String name,
        @Nullable String description,
        @Nullable String version,
        @Nullable String license,
        List<String> dependencies) {
    public Manifest {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a manifest needs a path");
        }
        dependencies = dependencies.stream().distinct().toList();
    }
}
