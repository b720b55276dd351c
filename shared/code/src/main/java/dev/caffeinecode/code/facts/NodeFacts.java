package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.CommandPurpose;
import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.facts.JsonValue.Member;

import java.util.List;

/** Reads {@code package.json} (docs.npmjs.com, package.json). */
final class NodeFacts {
    private static final List<String> DEPENDENCIES =
            List.of("dependencies", "peerDependencies", "optionalDependencies");

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
        DEPENDENCIES.stream().flatMap(json::membersOf).map(Member::name).forEach(file::dependency);
        entryPoints(file, json);
        return file.manifest(
                ManifestKind.NPM,
                json.text("name").orElse(null),
                json.text("description").orElse(null),
                json.text("version").orElse(null),
                json.text("license")
                        .or(() -> json.find("license").flatMap(license -> license.text("type")))
                        .orElse(null));
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
