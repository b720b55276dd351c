package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.facts.Toml.Entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code Cargo.toml} (doc.rust-lang.org/cargo/reference/manifest.html). */
final class CargoFacts {
    private CargoFacts() {}

    static Facts read(FactFile file) {
        Map<String, String> values = new HashMap<>();
        for (Entry entry : Toml.parse(file.lines())) {
            List<String> strings = entry.strings();
            String table = entry.table();
            if (table.equals("package") && !strings.isEmpty()) {
                values.put(entry.key(), strings.getFirst());
            } else if (table.equals("dependencies")) {
                file.dependency(entry.key().replaceFirst("\\..*", ""));
            } else if (table.startsWith("dependencies.")) {
                file.dependency(table.substring("dependencies.".length()));
            } else if (table.equals("bin") && entry.key().equals("name") && !strings.isEmpty()) {
                file.entryPoint(EntryPointKind.BINARY, strings.getFirst(), entry.line());
            }
        }
        return file.manifest(
                ManifestKind.CARGO,
                values.get("name"),
                values.get("description"),
                values.get("version"),
                values.get("license"));
    }
}
