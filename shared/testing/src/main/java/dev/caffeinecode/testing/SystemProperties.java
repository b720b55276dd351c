package dev.caffeinecode.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** System properties of a test, put back as they were when it ends. */
public final class SystemProperties implements AutoCloseable {
    private final Map<String, Optional<String>> before = new HashMap<>();

    /** Sets properties. */
    public static SystemProperties of(Map<String, String> values) {
        SystemProperties properties = new SystemProperties();
        values.forEach(properties::set);
        return properties;
    }

    public void set(String name, String value) {
        before.putIfAbsent(name, Optional.ofNullable(System.getProperty(name)));
        System.setProperty(name, value);
    }

    @Override
    public void close() {
        before.forEach((name, value) ->
                value.ifPresentOrElse(was -> System.setProperty(name, was), () -> System.clearProperty(name)));
    }
}
