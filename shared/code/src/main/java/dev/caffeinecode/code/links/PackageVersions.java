package dev.caffeinecode.code.links;

import dev.caffeinecode.code.Dependency;
import dev.caffeinecode.code.Ecosystem;
import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.versions.Pin;
import dev.caffeinecode.code.versions.Placeholders;
import dev.caffeinecode.code.versions.Versions;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the versions of packages, by what files nearest above a manifest fix: lock files for all packages, parents and
 * catalogs for those of which a manifest asks no version itself.
 */
final class PackageVersions {
    /** Catalogs of Gradle lie in a folder of their own and serve the one above. */
    private static final String CATALOG_FOLDER = "gradle";

    private final Map<Ecosystem, Map<String, Map<String, List<Pin>>>> locked = new EnumMap<>(Ecosystem.class);
    private final Map<Ecosystem, Map<String, Map<String, Pin>>> managed = new EnumMap<>(Ecosystem.class);
    private final Map<String, Map<String, String>> properties = new HashMap<>();

    PackageVersions(List<IndexedFile> files) {
        for (IndexedFile file : files) {
            Versions versions = file.versions();
            String folder = file.facts().file().directory();
            versions.locked()
                    .forEach(pin -> table(locked, pin.ecosystem(), folder)
                            .computeIfAbsent(PackageNames.normal(pin.ecosystem(), pin.name()), _ -> new ArrayList<>())
                            .add(pin));
            String served =
                    RepositoryPaths.last(folder).equals(CATALOG_FOLDER) ? RepositoryPaths.parent(folder) : folder;
            versions.managed().forEach(pin -> manage(pin, served));
            versions.properties()
                    .forEach((name, value) -> properties
                            .computeIfAbsent(served, _ -> new HashMap<>())
                            .putIfAbsent(name, value));
        }
    }

    private void manage(Pin pin, String folder) {
        Map<String, Pin> here = table(managed, pin.ecosystem(), folder);
        here.putIfAbsent(PackageNames.normal(pin.ecosystem(), pin.name()), pin);
        if (!pin.asked().isEmpty()) {
            here.putIfAbsent(pin.asked(), pin);
        }
    }

    private static <T> Map<String, T> table(
            Map<Ecosystem, Map<String, Map<String, T>>> tables, Ecosystem ecosystem, String folder) {
        return tables.computeIfAbsent(ecosystem, _ -> new TreeMap<>(BY_DEPTH))
                .computeIfAbsent(folder, _ -> new HashMap<>());
    }

    /** What is nearer to the root comes first. */
    static final Comparator<String> BY_DEPTH =
            Comparator.comparingLong(PackageVersions::depth).thenComparing(Comparator.naturalOrder());

    private static long depth(String path) {
        return path.isEmpty() ? 0 : 1 + path.chars().filter(c -> c == '/').count();
    }

    /** Returns a manifest with the names and requirements that files above it give; without what has no name by now. */
    Manifest settled(Manifest manifest) {
        Ecosystem ecosystem = PackageNames.ecosystem(manifest.kind()).orElse(null);
        if (ecosystem == null) {
            return manifest;
        }
        String folder = RepositoryPaths.parent(manifest.path());
        return manifest.asking(manifest.dependencies().stream()
                .map(each -> settled(each, ecosystem, folder))
                .filter(each -> !Placeholders.has(each.name()))
                .filter(each ->
                        ecosystem != Ecosystem.MAVEN || each.name().indexOf(':') > 0) // else a name in a catalog
                .toList());
    }

    private Dependency settled(Dependency asked, Ecosystem ecosystem, String folder) {
        String name = filled(asked.name(), folder);
        String requirement = asked.requirement();
        Pin pin = managed(ecosystem, name, folder);
        if (pin != null && (requirement == null || pin.asked().equals(name))) {
            name = filled(pin.name(), folder);
            requirement = pin.version();
        }
        String version = requirement == null ? null : filled(requirement, folder);
        boolean any = pin != null && pin.version().equals("*");
        boolean open = version == null || Placeholders.has(version) || any;
        return asked.settled(name, open ? null : version);
    }

    private @Nullable Pin managed(Ecosystem ecosystem, String name, String folder) {
        Map<String, Map<String, Pin>> folders = managed.getOrDefault(ecosystem, Map.of());
        Above above = new Above(folder);
        while (above.next()) {
            Map<String, Pin> here = folders.getOrDefault(above.folder(), Map.of());
            Pin pin = here.getOrDefault(name, here.get(PackageNames.normal(ecosystem, name)));
            if (pin != null) {
                return pin;
            }
        }
        return null;
    }

    private String filled(String text, String folder) {
        String filled = text;
        Above above = new Above(folder);
        while (Placeholders.has(filled) && above.next()) {
            filled = Placeholders.fill(filled, properties.getOrDefault(above.folder(), Map.of()));
        }
        return filled;
    }

    /**
     * Returns the version that the lock file nearest above a folder pins; null if none knows the package.
     *
     * @param requirement what is asked for there; null for any
     */
    @Nullable
    String pinned(Ecosystem ecosystem, String name, @Nullable String requirement, String folder) {
        Map<String, Map<String, List<Pin>>> folders = locked.getOrDefault(ecosystem, Map.of());
        Above above = new Above(folder);
        while (above.next()) {
            List<Pin> pins = pins(folders.getOrDefault(above.folder(), Map.of()), ecosystem, name);
            if (!pins.isEmpty()) {
                return LockedVersion.of(pins, requirement);
            }
        }
        return null;
    }

    /** Returns the version that the lock file nearest to the root pins; null if none knows the package. */
    @Nullable
    String pinnedAnywhere(Ecosystem ecosystem, String name) {
        for (Map<String, List<Pin>> each :
                locked.getOrDefault(ecosystem, Map.of()).values()) {
            List<Pin> pins = pins(each, ecosystem, name);
            if (!pins.isEmpty()) {
                return LockedVersion.of(pins, null);
            }
        }
        return null;
    }

    private static List<Pin> pins(Map<String, List<Pin>> table, Ecosystem ecosystem, String name) {
        return table.getOrDefault(PackageNames.normal(ecosystem, name), List.of());
    }

    /** Goes from a folder up to the root. */
    private static final class Above {
        private String folder;
        private boolean begun;

        Above(String folder) {
            this.folder = folder;
        }

        boolean next() {
            if (!begun) {
                begun = true;
                return true;
            }
            boolean up = !folder.isEmpty();
            folder = RepositoryPaths.parent(folder);
            return up;
        }

        String folder() {
            return folder;
        }
    }
}
