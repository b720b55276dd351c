package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.DependencyScope;
import dev.caffeinecode.code.Ecosystem;
import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.facts.Xml.Element;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the project files of .NET (learn.microsoft.com, MSBuild and NuGet properties). */
final class DotnetFacts {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\(([\\w.-]{1,200})\\)");

    private DotnetFacts() {}

    static Facts read(FactFile file) {
        List<Element> elements = Xml.parse(file.text());
        Map<String, String> values = new HashMap<>();
        elements.forEach(element -> values.putIfAbsent(element.name(), element.text()));
        Map<Integer, Map<String, String>> children = Xml.children(elements);
        properties(file, elements);
        for (Element element : elements) {
            if (element.name().equals("PackageReference")) {
                String version = stated(element, children, "Version");
                boolean hidden = stated(element, children, "PrivateAssets").equalsIgnoreCase("all");
                file.dependency(
                        element.attribute("Include"),
                        file.filled(version),
                        hidden ? DependencyScope.BUILD : DependencyScope.RUNTIME,
                        element.line());
            }
        }
        String stem = file.name().replaceFirst("\\.\\w+$", "");
        return file.manifest(
                ManifestKind.DOTNET,
                values.getOrDefault("PackageId", values.getOrDefault("AssemblyName", stem)),
                values.get("Description"),
                values.getOrDefault("Version", values.get("VersionPrefix")),
                values.get("PackageLicenseExpression"));
    }

    /** Reads what {@code Directory.Packages.props} and {@code Directory.Build.props} set for the folders below. */
    static Facts shared(FactFile file) {
        List<Element> elements = Xml.parse(file.text());
        Map<Integer, Map<String, String>> children = Xml.children(elements);
        properties(file, elements);
        for (Element element : elements) {
            if (element.name().equals("PackageVersion") || element.name().equals("GlobalPackageReference")) {
                String version = stated(element, children, "Version");
                file.managed(Ecosystem.NUGET, element.attribute("Include"), "", file.filled(version));
            }
        }
        return file.facts();
    }

    private static void properties(FactFile file, List<Element> elements) {
        elements.stream()
                .filter(element -> element.path().equals("Project/PropertyGroup/" + element.name()))
                .forEach(element -> file.property(element.name(), braced(element.text())));
    }

    /** As an attribute or as an element of its own. */
    private static String stated(Element element, Map<Integer, Map<String, String>> children, String name) {
        String attribute = element.attribute(name);
        String said = attribute.isEmpty()
                ? children.getOrDefault(element.number(), Map.of()).getOrDefault(name, "")
                : attribute;
        return braced(said);
    }

    /** {@code $(Name)} is written like the names of others. */
    private static String braced(String text) {
        return PROPERTY.matcher(text).replaceAll("\\${$1}");
    }
}
