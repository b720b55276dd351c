package dev.caffeinecode.code.versions;

import dev.caffeinecode.code.Ecosystem;

/**
 * A version that a file fixes.
 *
 * @param name of the package, as its ecosystem calls it
 * @param asked of a lock file the requirement that this version answers, empty if it does not say; of a manifest another
 *     name under which those below ask for the package ({@code slf4j.api} in a Gradle catalog), empty for its own
 */
public record Pin(Ecosystem ecosystem, String name, String asked, String version) {
    public Pin {
        if (name.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("a pin needs a name and a version: '" + name + "' '" + version + "'");
        }
    }
}
