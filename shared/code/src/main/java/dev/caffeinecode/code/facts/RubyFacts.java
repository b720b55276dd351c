package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.ManifestKind;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the build files of RubyGems and Bundler. */
final class RubyFacts {
    private static final Pattern GEM = Pattern.compile("^\\s*gem\\s+[\"']([^\"']+)[\"']");
    private static final Pattern DEPENDENCY =
            Pattern.compile("\\.add_(?:runtime_)?dependency[\\s(]+[\"']([^\"']+)[\"']");
    private static final Pattern VALUE =
            Pattern.compile("^\\s*\\w+\\.(name|summary|description|version|license|executables)\\s*=\\s*"
                    + "\\[?\\s*(?:%q[{(])?[\"']?([^\"'\\n})]+)");

    private RubyFacts() {}

    static Facts gemfile(FactFile file) {
        file.lines().forEach(line -> Match.first(GEM, line).ifPresent(file::dependency));
        return file.manifest(ManifestKind.RUBYGEMS, null, null, null, null);
    }

    static Facts gemspec(FactFile file) {
        Map<String, String> values = new HashMap<>();
        int number = 0;
        for (String line : file.lines()) {
            number++;
            Match.first(DEPENDENCY, line).ifPresent(file::dependency);
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
