package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.DependencyScope;
import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.ManifestKind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the build files of RubyGems and Bundler. */
final class RubyFacts {
    private static final Pattern GEM = Pattern.compile("^\\s*gem\\s*\\(?\\s*[\"']([^\"']+)[\"'](.{0,300})");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "\\.add_((?:runtime_|development_)?)dependency[\\s(]+(?:%q<)?[\"']?([\\w./-]+)[>\"']?(.{0,300})");
    /** Versions stand behind the name, in quotes, alone or in a list. */
    private static final Pattern VERSION =
            Pattern.compile("\\G\\s*,\\s*\\[?\\s*[\"']([~<>=!\\s\\d][^\"']*)[\"']\\s*]?");

    private static final Pattern GROUP = Pattern.compile("(?:^\\s*group\\b|\\bgroups?:|:groups?\\s*=>)(.{0,100})");
    private static final Pattern BLOCK_END = Pattern.compile("^\\s*end\\b.*");
    private static final Pattern VALUE =
            Pattern.compile("^\\s*\\w+\\.(name|summary|description|version|license|executables)\\s*=\\s*"
                    + "\\[?\\s*(?:%q[{(])?[\"']?([^\"'\\n})]+)");

    private static final Pattern NEW = Pattern.compile("Specification\\.new\\s*+\\(?\\s*+[\"']([\\w.-]{1,100})[\"']");

    private RubyFacts() {}

    static Facts gemfile(FactFile file) {
        List<String> lines = file.lines();
        DependencyScope block = DependencyScope.RUNTIME;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher gem = GEM.matcher(line);
            if (gem.find()) {
                String rest = Match.group(gem, 2);
                DependencyScope scope =
                        Match.first(GROUP, rest).map(RubyFacts::scope).orElse(block);
                file.dependency(Match.group(gem, 1), versions(rest), scope, i + 1);
            } else if (line.stripLeading().startsWith("group ")) {
                block = Match.first(GROUP, line).map(RubyFacts::scope).orElse(block);
            } else if (BLOCK_END.matcher(line).matches()) {
                block = DependencyScope.RUNTIME;
            }
        }
        return file.manifest(ManifestKind.RUBYGEMS, null, null, null, null);
    }

    private static DependencyScope scope(String groups) {
        if (groups.contains("test")) {
            return DependencyScope.TEST;
        }
        return groups.contains("dev") ? DependencyScope.DEVELOPMENT : DependencyScope.OPTIONAL;
    }

    private static String versions(String rest) {
        Matcher version = VERSION.matcher(rest);
        List<String> versions = new ArrayList<>();
        while (version.find()) {
            versions.add(Match.group(version, 1));
        }
        return String.join(", ", versions);
    }

    static Facts gemspec(FactFile file) {
        Map<String, String> values = new HashMap<>();
        int number = 0;
        for (String line : file.lines()) {
            number++;
            Matcher dependency = DEPENDENCY.matcher(line);
            if (dependency.find()) {
                boolean development = Match.group(dependency, 1).startsWith("dev");
                file.dependency(
                        Match.group(dependency, 2),
                        versions(Match.group(dependency, 3)),
                        development ? DependencyScope.DEVELOPMENT : DependencyScope.RUNTIME,
                        number);
            }
            Match.first(NEW, line).ifPresent(name -> values.putIfAbsent("name", name));
            Matcher value = VALUE.matcher(line);
            if (value.find()) {
                values.putIfAbsent(Match.group(value, 1), Match.group(value, 2));
                if (Match.group(value, 1).equals("executables") && line.contains("\"")) {
                    file.entryPoint(EntryPointKind.BINARY, Match.group(value, 2), number);
                }
            }
        }
        String version = values.get("version");
        return file.manifest(
                ManifestKind.RUBYGEMS,
                values.get("name"),
                values.getOrDefault("summary", values.get("description")),
                version != null && Character.isDigit(version.charAt(0)) ? version : null,
                values.get("license"));
    }
}
