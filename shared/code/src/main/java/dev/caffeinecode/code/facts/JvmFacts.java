package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.facts.Xml.Element;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the build files of Maven and Gradle. */
final class JvmFacts {
    private static final Pattern GRADLE_DEPENDENCY = Pattern.compile(
            "^\\s*(?:implementation|api|compileOnly|runtimeOnly|annotationProcessor|kapt|ksp|compile)\\b[\\s(]*"
                    + "(?:platform\\()?[\"']([\\w.-]+:[\\w.-]+)");
    private static final Pattern GRADLE_VALUE =
            Pattern.compile("^\\s*(description|version|rootProject\\.name)\\s*=\\s*[\"']([^\"'$]+)[\"']");

    private JvmFacts() {}

    static Facts maven(FactFile file) {
        Map<String, String> values = new HashMap<>();
        Map<Integer, String> groups = new HashMap<>();
        List<Element> elements = Xml.parse(file.text());
        for (Element element : elements) {
            values.putIfAbsent(element.path(), element.text());
            if (element.path().equals("project/dependencies/dependency/groupId")) {
                groups.put(element.parent(), element.text());
            }
        }
        for (Element element : elements) {
            if (element.path().equals("project/dependencies/dependency/artifactId")) {
                file.dependency(groups.getOrDefault(element.parent(), "") + ":" + element.text());
            }
        }
        return file.manifest(
                ManifestKind.MAVEN,
                values.get("project/artifactId"),
                values.get("project/description"),
                values.getOrDefault("project/version", values.get("project/parent/version")),
                values.get("project/licenses/license/name"));
    }

    static Facts gradle(FactFile file) {
        Map<String, String> values = new HashMap<>();
        for (String line : file.lines()) {
            Matcher dependency = GRADLE_DEPENDENCY.matcher(line);
            Matcher value = GRADLE_VALUE.matcher(line);
            if (dependency.find()) {
                file.dependency(Match.group(dependency, 1));
            } else if (value.find()) {
                values.putIfAbsent(Match.group(value, 1), Match.group(value, 2));
            }
        }
        return file.manifest(
                ManifestKind.GRADLE,
                value(values, "rootProject.name"),
                value(values, "description"),
                value(values, "version"),
                null);
    }

    private static @Nullable String value(Map<String, String> values, String key) {
        return values.get(key);
    }
}
