package dev.caffeinecode.code;

import org.jspecify.annotations.Nullable;

/**
 * A package that a manifest asks for.
 *
 * @param name as its ecosystem calls it
 * @param requirement the version asked for, as it is written: {@code ^1.2}, {@code >=3,<4}, {@code 2.0.17}; null if the
 *     manifest leaves it to others
 * @param line where the manifest asks for it, from 1
 */
public record Dependency(String name, @Nullable String requirement, DependencyScope scope, int line) {
    public Dependency {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a dependency needs a name");
        }
        if (requirement != null && requirement.isBlank()) {
            throw new IllegalArgumentException("an empty requirement of " + name);
        }
        if (line < 1) {
            throw new IllegalArgumentException("lines count from 1: " + line);
        }
    }

    /** Returns the same wish for a package, or a version, that is known better now. */
    public Dependency settled(String known, @Nullable String version) {
        return new Dependency(known, version, scope, line);
    }
}
