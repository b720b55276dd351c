package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.CommandPurpose;
import dev.caffeinecode.code.DependencyScope;
import dev.caffeinecode.code.ManifestKind;

/** Reads {@code composer.json} (getcomposer.org/doc/04-schema.md). */
final class ComposerFacts {
    private ComposerFacts() {}

    static Facts read(FactFile file) {
        JsonValue json = Json.parse(file.text()).orElse(null);
        if (json == null) {
            return Facts.NONE;
        }
        json.membersOf("scripts").forEach(script -> {
            int line = script.value().line();
            String text = script.value().text().orElse("");
            file.command(
                    CommandPurposes.ofScript(script.name(), text).orElse(CommandPurpose.OTHER),
                    script.name(),
                    "composer run " + script.name(),
                    line,
                    line);
        });
        dependencies(file, json, "require", DependencyScope.RUNTIME);
        dependencies(file, json, "require-dev", DependencyScope.DEVELOPMENT);
        return file.manifest(
                ManifestKind.COMPOSER,
                json.text("name").orElse(null),
                json.text("description").orElse(null),
                json.text("version").orElse(null),
                json.text("license").orElse(null));
    }

    /** Names without a vendor are PHP itself and its extensions. */
    private static void dependencies(FactFile file, JsonValue json, String group, DependencyScope scope) {
        json.membersOf(group)
                .filter(member -> member.name().contains("/"))
                .forEach(member -> file.dependency(
                        member.name(),
                        member.value().text().orElse(""),
                        scope,
                        member.value().line()));
    }
}
