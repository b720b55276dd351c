package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.DependencyScope;
import dev.caffeinecode.code.Ecosystem;
import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.facts.Xml.Element;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code pom.xml} (maven.apache.org/pom.html). What a parent says is known only where files are put together. */
final class MavenFacts {
    private static final String PROPERTIES = "project/properties/";

    private MavenFacts() {}

    static Facts read(FactFile file) {
        List<Element> elements = Xml.parse(file.text());
        Map<String, String> values = new HashMap<>();
        for (Element element : elements) {
            values.putIfAbsent(element.path(), element.text());
            if (element.path().startsWith(PROPERTIES)) {
                file.property(element.path().substring(PROPERTIES.length()), element.text());
            }
        }
        String group = values.getOrDefault("project/groupId", values.getOrDefault("project/parent/groupId", ""));
        String version = values.getOrDefault("project/version", values.getOrDefault("project/parent/version", ""));
        file.property("project.groupId", group);
        file.property("project.artifactId", values.getOrDefault("project/artifactId", ""));
        file.property("project.version", version);
        file.property("project.parent.version", values.getOrDefault("project/parent/version", ""));
        Map<Integer, Map<String, String>> children = Xml.children(elements);
        for (Element element : elements) {
            Map<String, String> said = children.getOrDefault(element.number(), Map.of());
            switch (element.path()) {
                case "project/dependencies/dependency" -> dependency(file, said, element.line());
                case "project/dependencyManagement/dependencies/dependency" ->
                    file.managed(Ecosystem.MAVEN, name(file, said), "", filled(file, said, "version"));
                default -> {
                    // nothing that asks for a package
                }
            }
        }
        return file.manifest(
                ManifestKind.MAVEN,
                values.get("project/artifactId"),
                values.get("project/description"),
                file.filled(version),
                values.get("project/licenses/license/name"));
    }

    private static void dependency(FactFile file, Map<String, String> said, int line) {
        DependencyScope scope = switch (said.getOrDefault("scope", "compile")) {
            case "test" -> DependencyScope.TEST;
            case "provided" -> DependencyScope.BUILD;
            default ->
                said.getOrDefault("optional", "").equals("true") ? DependencyScope.OPTIONAL : DependencyScope.RUNTIME;
        };
        file.dependency(name(file, said), filled(file, said, "version"), scope, line);
    }

    private static String name(FactFile file, Map<String, String> said) {
        return filled(file, said, "groupId") + ":" + filled(file, said, "artifactId");
    }

    private static String filled(FactFile file, Map<String, String> said, String name) {
        return file.filled(said.getOrDefault(name, ""));
    }
}
