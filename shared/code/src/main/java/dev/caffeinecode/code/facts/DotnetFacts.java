package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.facts.Xml.Element;

import java.util.HashMap;
import java.util.Map;

/** Reads the project files of .NET (learn.microsoft.com, MSBuild and NuGet properties). */
final class DotnetFacts {
    private DotnetFacts() {}

    static Facts read(FactFile file) {
        Map<String, String> values = new HashMap<>();
        for (Element element : Xml.parse(file.text())) {
            String name = element.path().substring(element.path().lastIndexOf('/') + 1);
            values.putIfAbsent(name, element.text());
            if (name.equals("PackageReference")) {
                element.attributes().stream()
                        .filter(attribute -> attribute.startsWith("Include="))
                        .forEach(attribute -> file.dependency(attribute.substring("Include=".length())));
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
}
