package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.CommandPurpose;
import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.facts.JsonValue.Member;

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
        json.membersOf("require")
                .map(Member::name)
                .filter(name -> name.contains("/"))
                .forEach(file::dependency);
        return file.manifest(
                ManifestKind.COMPOSER,
                json.text("name").orElse(null),
                json.text("description").orElse(null),
                json.text("version").orElse(null),
                json.text("license").orElse(null));
    }
}
