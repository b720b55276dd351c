package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.DependencyScope;
import dev.caffeinecode.code.Ecosystem;
import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.facts.Toml.Entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the build files of Gradle, as far as they say things literally, and its catalogs of versions. */
final class GradleFacts {
    /** The name of a configuration, and what it asks for. */
    private static final Pattern DEPENDENCY =
            Pattern.compile("^\\s*+(\\w{0,40}(?:[iI]mplementation|[aA]pi|[cC]ompileOnly|"
                    + "[rR]untimeOnly|[aA]nnotationProcessor|[dD]evelopmentOnly|[kK]apt|[kK]sp|[cC]ompile|classpath))\\b[\\s(]++"
                    + "(?:(?:platform|enforcedPlatform|testFixtures)\\s*\\(\\s*)?(.{1,500})$");

    private static final Pattern COORDINATES =
            Pattern.compile("^[\"']([\\w.-]+:[\\w.-]+)(?::([^\"':@]+))?(?:[:@][^\"']*)?[\"']");
    private static final Pattern PARTS =
            Pattern.compile("^group\\s*[:=]\\s*[\"']([\\w.-]+)[\"']\\s*,\\s*name\\s*[:=]\\s*[\"']([\\w.-]+)[\"']"
                    + "(?:\\s*,\\s*version\\s*[:=]\\s*[\"']?([^\"',)\\s]+))?");
    private static final Pattern ALIAS = Pattern.compile("^libs\\.([\\w.]+)");
    private static final Pattern VALUE =
            Pattern.compile("^\\s*(description|version|rootProject\\.name)\\s*=\\s*[\"']([^\"'$]+)[\"']");
    private static final Pattern PROPERTY = Pattern.compile(
            "^\\s*+(?:def |val |const val |ext\\.)?([\\w.]{1,100}+)\\s*+=\\s*+[\"']([^\"']{1,100})[\"']");
    private static final Pattern ENTRY =
            Pattern.compile("^\\s*+([\\w.]{1,100}+)\\s*+[:=]\\s*+[\"']([^\"']{1,200})[\"'],?\\s*(?://.*)?]?$");
    private static final Pattern MAP = Pattern.compile("^\\s*+(\\w{1,100}+)\\s*+\\+?=\\s*+\\[\\s*+$");

    private GradleFacts() {}

    static Facts read(FactFile file) {
        Map<String, String> values = new HashMap<>();
        List<String> lines = file.lines();
        lines.forEach(line -> property(file, line));
        for (int i = 0; i < lines.size(); i++) {
            Matcher dependency = DEPENDENCY.matcher(lines.get(i));
            Matcher value = VALUE.matcher(lines.get(i));
            if (dependency.matches()) {
                dependency(file, Match.group(dependency, 1), Match.group(dependency, 2), i + 1);
            } else if (value.find()) {
                values.putIfAbsent(Match.group(value, 1), Match.group(value, 2));
            }
        }
        return file.manifest(
                ManifestKind.GRADLE,
                values.get("rootProject.name"),
                values.get("description"),
                values.get("version"),
                null);
    }

    private static void property(FactFile file, String line) {
        Matcher property = PROPERTY.matcher(line);
        if (property.find()) {
            file.property(Match.group(property, 1), Match.group(property, 2));
        }
    }

    private static void dependency(FactFile file, String configuration, String asked, int line) {
        DependencyScope scope = scope(configuration);
        Matcher coordinates = COORDINATES.matcher(asked);
        Matcher parts = PARTS.matcher(asked);
        Matcher alias = ALIAS.matcher(asked);
        if (coordinates.find()) {
            String version = file.filled(Match.group(coordinates, 2));
            file.dependency(Match.group(coordinates, 1), version, scope, line);
        } else if (parts.find()) {
            String name = Match.group(parts, 1) + ":" + Match.group(parts, 2);
            file.dependency(name, file.filled(Match.group(parts, 3)), scope, line);
        } else if (alias.find() && !Match.group(alias, 1).startsWith("plugins.")) {
            file.dependency("libs." + Match.group(alias, 1), "", scope, line);
        }
    }

    private static DependencyScope scope(String configuration) {
        if (configuration.startsWith("test") || configuration.contains("Test")) {
            return DependencyScope.TEST;
        }
        boolean build = configuration.endsWith("ompileOnly")
                || configuration.endsWith("rocessor")
                || configuration.endsWith("apt")
                || configuration.endsWith("sp")
                || configuration.equals("classpath");
        if (build) {
            return DependencyScope.BUILD;
        }
        return configuration.endsWith("evelopmentOnly") ? DependencyScope.DEVELOPMENT : DependencyScope.RUNTIME;
    }

    /** Reads {@code libs.versions.toml} (docs.gradle.org, version catalogs). */
    static Facts catalog(FactFile file) {
        List<Entry> entries = Toml.parse(file.lines());
        Map<String, String> versions = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.table().equals("versions")) {
                versions.put(entry.key(), entry.text());
            }
        }
        for (Entry entry : entries) {
            if (entry.table().equals("libraries")) {
                library(file, entry, versions);
            }
        }
        return file.facts();
    }

    private static void library(FactFile file, Entry entry, Map<String, String> versions) {
        Map<String, String> said = entry.members();
        String whole = said.isEmpty() ? entry.text() : "";
        String[] parts = whole.split(":", 3);
        String name = said.isEmpty()
                ? parts.length < 2 ? "" : parts[0] + ":" + parts[1]
                : said.getOrDefault("module", said.getOrDefault("group", "") + ":" + said.getOrDefault("name", ""));
        String version = said.containsKey("version.ref")
                ? versions.getOrDefault(said.get("version.ref"), "")
                : said.getOrDefault("version", parts.length < 3 ? "" : parts[2]);
        String alias = "libs." + entry.key().replace('-', '.').replace('_', '.');
        file.managed(Ecosystem.MAVEN, name, alias, version.isEmpty() ? ANY : version);
    }

    /** What a catalog says that leaves the version to a platform. */
    static final String ANY = "*";

    /** Reads scripts that hold nothing but maps of versions and libraries, as was the custom before catalogs. */
    static Facts maps(FactFile file) {
        String map = "";
        for (String line : file.lines()) {
            Matcher opened = MAP.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (opened.matches()) {
                map = Match.group(opened, 1);
            } else if (entry.matches()) {
                String key = Match.group(entry, 1);
                String[] parts = file.filled(Match.group(entry, 2)).split(":", 4);
                boolean library = parts.length > 1 && (parts[0].contains(".") || map.startsWith("lib"));
                if (library) {
                    String version = parts.length > 2 ? parts[2] : ANY;
                    String name = parts[1].replaceFirst("[_-]?\\$.*", ""); // the version of Scala is part of names
                    file.managed(Ecosystem.MAVEN, parts[0] + ":" + name, map + "." + key, version);
                } else {
                    file.property(map + "." + key, Match.group(entry, 2));
                    file.property(key, Match.group(entry, 2));
                }
            }
        }
        return file.facts();
    }
}
