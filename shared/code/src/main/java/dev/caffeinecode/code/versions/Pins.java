package dev.caffeinecode.code.versions;

import dev.caffeinecode.code.Ecosystem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the pins of one lock file, each once and not more than anybody has packages. */
final class Pins {
    private static final int MAX_PINS = 100_000;
    private static final int MAX_CHARACTERS = 300;

    private final Ecosystem ecosystem;
    private final Set<Pin> pins = new LinkedHashSet<>();

    Pins(Ecosystem ecosystem) {
        this.ecosystem = ecosystem;
    }

    void add(String name, String asked, String version) {
        boolean said = !name.isBlank() && !version.isBlank();
        boolean sane = name.length() <= MAX_CHARACTERS && version.length() <= MAX_CHARACTERS;
        if (said && sane && asked.length() <= MAX_CHARACTERS && pins.size() < MAX_PINS) {
            pins.add(new Pin(ecosystem, name, asked, version));
        }
    }

    void add(String name, String version) {
        add(name, "", version);
    }

    List<Pin> all() {
        return new ArrayList<>(pins);
    }
}
