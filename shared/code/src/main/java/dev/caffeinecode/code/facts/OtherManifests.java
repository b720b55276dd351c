package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.DependencyScope;
import dev.caffeinecode.code.ManifestKind;

import java.util.Locale;
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
    private static final Pattern SWIFT_PACKAGE = Pattern.compile(
            "\\.package\\([^)]{0,200}?url:\\s{0,9}\"[^\"\\n]{0,300}?/?([^\"/]{1,200}?)(?:\\.git)?\"([^\\n)]{0,200})");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]{1,100})\"");
    private static final Pattern SBT_NAME = Pattern.compile("(?m)^[ \\t]*(?:ThisBuild / )?name\\s*:=\\s*\"([^\"]+)\"");
    private static final Pattern SBT_VERSION =
            Pattern.compile("(?m)^[ \\t]*(?:ThisBuild / )?version\\s*:=\\s*\"([^\"]+)\"");
    private static final Pattern SBT_VALUE =
            Pattern.compile("\\bval[ \\t]+(\\w{1,100})[ \\t]*=[ \\t]*\"([^\"]{1,100})\"");
    private static final Pattern SBT_PACKAGE =
            Pattern.compile("\"([\\w.-]{1,200})\"[ \\t]*%{1,3}[ \\t]*\"([\\w.-]{1,200})\"[ \\t]*%[ \\t]*"
                    + "(?:\"([^\"]+)\"|(\\w{1,100}))(?:[ \\t]*%[ \\t]*\"?(\\w+))?");

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

    /** Packages are called by the last part of their address, as Swift Package Manager does. */
    static Facts swift(FactFile file) {
        Matcher found = SWIFT_PACKAGE.matcher(file.text());
        LineCount lines = new LineCount(file.text());
        while (found.find()) {
            String version = Match.first(QUOTED, Match.group(found, 2)).orElse("");
            file.dependency(Match.group(found, 1), version, DependencyScope.RUNTIME, lines.at(found.start()));
        }
        return file.manifest(
                ManifestKind.SWIFT, Match.first(SWIFT_NAME, file.text()).orElse(null), null, null, null);
    }

    /** Reads {@code build.sbt} (scala-sbt.org). */
    static Facts sbt(FactFile file) {
        Matcher value = SBT_VALUE.matcher(file.text());
        while (value.find()) {
            file.property(Match.group(value, 1), Match.group(value, 2));
        }
        Matcher found = SBT_PACKAGE.matcher(file.text());
        LineCount lines = new LineCount(file.text());
        while (found.find()) {
            String named = Match.group(found, 4);
            String version = named.isEmpty() ? Match.group(found, 3) : file.filled("${" + named + "}");
            String scope = Match.group(found, 5);
            file.dependency(
                    Match.group(found, 1) + ":" + Match.group(found, 2),
                    version,
                    switch (scope.toLowerCase(Locale.ROOT)) {
                        case "test", "it" -> DependencyScope.TEST;
                        case "provided" -> DependencyScope.BUILD;
                        default -> DependencyScope.RUNTIME;
                    },
                    lines.at(found.start()));
        }
        return file.manifest(
                ManifestKind.SBT,
                Match.first(SBT_NAME, file.text()).orElse(null),
                null,
                Match.first(SBT_VERSION, file.text()).orElse(null),
                null);
    }

    private static void each(Pattern dependency, FactFile file) {
        Matcher found = dependency.matcher(file.text());
        LineCount lines = new LineCount(file.text());
        while (found.find()) {
            file.dependency(Match.group(found, 1), "", DependencyScope.RUNTIME, lines.at(found.start()));
        }
    }
}
