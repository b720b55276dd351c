package dev.caffeinecode.code.versions;

import java.util.List;
import java.util.Map;

/**
 * What one file says of the versions that others use.
 *
 * @param locked what a lock file pins
 * @param managed what a manifest sets for those that ask for no version themselves
 * @param properties what a manifest calls by names that it and those below it use in its place: {@code slf4j.version}
 */
public record Versions(List<Pin> locked, List<Pin> managed, Map<String, String> properties) {
    /** What most files say. */
    public static final Versions NONE = new Versions(List.of(), List.of(), Map.of());

    public Versions {
        locked = List.copyOf(locked);
        managed = List.copyOf(managed);
        properties = Map.copyOf(properties);
    }

    /** Makes what a lock file says. */
    public static Versions locked(List<Pin> pins) {
        return pins.isEmpty() ? NONE : new Versions(pins, List.of(), Map.of());
    }
}
