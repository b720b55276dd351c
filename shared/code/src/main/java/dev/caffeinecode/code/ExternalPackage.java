package dev.caffeinecode.code;

import org.jspecify.annotations.Nullable;

/**
 * Something that the repository uses and does not hold.
 *
 * @param name as its ecosystem calls it: {@code org.junit.jupiter:junit-jupiter}, {@code requests}, {@code @babel/core}
 * @param version as the lock file nearest above the manifest pins it or, without one, as the manifest asks for it; of
 *     several manifests that of the one nearest to the root that can tell (of equally near ones the first by path); for
 *     what no manifest asks for, as the lock file nearest to the root pins it; null if nothing names it
 * @param declared whether a manifest of the repository asks for it; what only code imports is not
 */
public record ExternalPackage(
        Ecosystem ecosystem, String name, @Nullable String version, boolean declared)
        implements Comparable<ExternalPackage> {
    public ExternalPackage {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a package needs a name");
        }
    }

    /** Orders by ecosystem and name. */
    @Override
    public int compareTo(ExternalPackage other) {
        int order = ecosystem.compareTo(other.ecosystem);
        return order != 0 ? order : name.compareTo(other.name);
    }
}
