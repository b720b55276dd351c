package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.ManifestKind;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads manifests that are programs, as far as they say things literally. */
final class OtherManifests {
    private static final Pattern CMAKE_PROJECT =
            Pattern.compile("(?im)^[ \\t]*project[ \\t]*\\(\\s*([\\w.+-]+)([^)]{0,2000})\\)");
    private static final Pattern CMAKE_VERSION = Pattern.compile("VERSION\\s+\"?([\\d.]+)");
    private static final Pattern CMAKE_DESCRIPTION = Pattern.compile("DESCRIPTION\\s+\"([^\"]+)\"");
    private static final Pattern CMAKE_PACKAGE = Pattern.compile("(?im)^[ \\t]*find_package[ \\t]*\\(\\s*([\\w.+-]+)");
    private static final Pattern SWIFT_NAME = Pattern.compile("Package\\(\\s*name:\\s*\"([^\"]+)\"");
    private static final Pattern SWIFT_PACKAGE = Pattern.compile("\\.package\\([^)]{0,200}?url:\\s*\"([^\"]+)\"");

    private OtherManifests() {}

    static Facts cmake(FactFile file) {
        each(CMAKE_PACKAGE, file);
        Matcher project = CMAKE_PROJECT.matcher(file.text());
        if (!project.find()) {
            return file.facts();
        }
        String arguments = Match.group(project, 2);
        return file.manifest(
                ManifestKind.CMAKE,
                Match.group(project, 1),
                Match.first(CMAKE_DESCRIPTION, arguments).orElse(null),
                Match.first(CMAKE_VERSION, arguments).orElse(null),
                null);
    }

    static Facts swift(FactFile file) {
        each(SWIFT_PACKAGE, file);
        return file.manifest(
                ManifestKind.SWIFT, Match.first(SWIFT_NAME, file.text()).orElse(null), null, null, null);
    }

    private static void each(Pattern dependency, FactFile file) {
        Matcher found = dependency.matcher(file.text());
        while (found.find()) {
            file.dependency(Match.group(found, 1));
        }
    }
}
