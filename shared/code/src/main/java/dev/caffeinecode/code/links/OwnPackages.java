package dev.caffeinecode.code.links;

import dev.caffeinecode.code.Ecosystem;
import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.ManifestKind;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The packages that the repository itself holds, by the names that its manifests give them. */
final class OwnPackages {
    private final Map<Ecosystem, Map<String, Integer>> manifests = new EnumMap<>(Ecosystem.class);

    OwnPackages(SourceFiles files) {
        for (int file = 0; file < files.count(); file++) {
            Manifest manifest = files.facts(file).manifest();
            Ecosystem ecosystem = manifest == null
                    ? null
                    : PackageNames.ecosystem(manifest.kind()).orElse(null);
            if (manifest != null && ecosystem != null && manifest.name() != null) {
                String group = files.versions(file).properties().getOrDefault("project.groupId", "");
                String name = manifest.kind() == ManifestKind.MAVEN ? group + ":" + manifest.name() : manifest.name();
                manifests
                        .computeIfAbsent(ecosystem, _ -> new HashMap<>())
                        .putIfAbsent(PackageNames.normal(ecosystem, name), file);
            }
        }
    }

    /** Returns the manifest of a package; empty if the repository does not hold it. */
    Optional<Integer> manifest(Ecosystem ecosystem, String name) {
        return Optional.ofNullable(
                manifests.getOrDefault(ecosystem, Map.of()).get(PackageNames.normal(ecosystem, name)));
    }
}
