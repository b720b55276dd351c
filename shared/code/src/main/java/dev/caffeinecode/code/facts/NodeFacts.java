package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.CommandPurpose;
import dev.caffeinecode.code.DependencyScope;
import dev.caffeinecode.code.Ecosystem;
import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.ManifestKind;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code package.json} (docs.npmjs.com, package.json). */
final class NodeFacts {
    /** The first group that names a package counts. */
    private static final Map<String, DependencyScope> DEPENDENCIES = new LinkedHashMap<>();

    static {
        DEPENDENCIES.put("dependencies", DependencyScope.RUNTIME);
        DEPENDENCIES.put("peerDependencies", DependencyScope.RUNTIME);
        DEPENDENCIES.put("optionalDependencies", DependencyScope.OPTIONAL);
        DEPENDENCIES.put("devDependencies", DependencyScope.DEVELOPMENT);
    }

    private static final Pattern CATALOG_ENTRY = Pattern.compile(
            "^\\s+[\"']?([@\\w][\\w@/.-]*)[\"']?\\s*:\\s*[\"']?([^\"'#\\s][^\"'#]{0,100}?)[\"']?\\s*(?:#.*)?$");

    private NodeFacts() {}

    static Facts read(FactFile file) {
        JsonValue json = Json.parse(file.text()).orElse(null);
        if (json == null) {
            return Facts.NONE;
        }
        String manager = json.text("packageManager").orElse("npm").replaceFirst("@.*", "");
        String runner = manager.matches("pnpm|yarn|bun") ? manager : "npm";
        json.membersOf("scripts").forEach(script -> {
            int line = script.value().line();
            script.value()
                    .text()
                    .ifPresent(text -> file.command(
                            CommandPurposes.ofScript(script.name(), text).orElse(CommandPurpose.OTHER),
                            script.name(),
                            runner + " run " + script.name(),
                            line,
                            line));
        });
        DEPENDENCIES.forEach((group, scope) -> json.membersOf(group)
                .forEach(member -> file.dependency(
                        member.name(),
                        requirement(member.value().text().orElse("")),
                        scope,
                        member.value().line())));
        entryPoints(file, json);
        ScriptSettings.names(file, json);
        return file.manifest(
                ManifestKind.NPM,
                json.text("name").orElse(null),
                json.text("description").orElse(null),
                json.text("version").orElse(null),
                json.text("license")
                        .or(() -> json.find("license").flatMap(license -> license.text("type")))
                        .orElse(null));
    }

    /** The catalog of the workspace, and the workspace itself, say which version; {@code npm:name@1} names another package. */
    private static String requirement(String text) {
        if (text.startsWith("catalog:") || text.startsWith("workspace:") || text.startsWith("link:")) {
            return "";
        }
        return text.startsWith("npm:") ? text.substring(text.lastIndexOf('@') + 1) : text;
    }

    /** Reads the catalogs of {@code pnpm-workspace.yaml} (pnpm.io/catalogs). */
    static Facts catalogs(FactFile file) {
        boolean inside = false;
        for (String line : file.lines()) {
            Matcher entry = CATALOG_ENTRY.matcher(line);
            if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
                inside = line.startsWith("catalog:") || line.startsWith("catalogs:");
            } else if (inside && entry.matches()) {
                file.managed(Ecosystem.NPM, Match.group(entry, 1), "", Match.group(entry, 2));
            }
        }
        return file.facts();
    }

    private static void entryPoints(FactFile file, JsonValue json) {
        json.find("bin").ifPresent(bin -> {
            bin.text()
                    .ifPresent(_ -> file.entryPoint(
                            EntryPointKind.BINARY, json.text("name").orElse(file.name()), bin.line()));
            bin.members()
                    .forEach(member -> file.entryPoint(
                            EntryPointKind.BINARY, member.name(), member.value().line()));
        });
        json.find("main")
                .ifPresent(main ->
                        main.text().ifPresent(path -> file.entryPoint(EntryPointKind.LIBRARY, path, main.line())));
    }
}
