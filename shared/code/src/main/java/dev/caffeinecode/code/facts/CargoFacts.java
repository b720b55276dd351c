package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.DependencyScope;
import dev.caffeinecode.code.Ecosystem;
import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.facts.Toml.Entry;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code Cargo.toml} (doc.rust-lang.org/cargo/reference/manifest.html). */
final class CargoFacts {
    private static final Pattern DEPENDENCIES =
            Pattern.compile("^(?:target\\..{1,300}\\.)?(workspace\\.)?(dev-|build-)?dependencies(?:\\.(.{1,100}))?$");

    private final FactFile file;
    private final Map<String, String> values = new HashMap<>();
    /** Dependencies that have a table or several keys of their own, by the table and their names. */
    private final Map<String, Asked> spread = new LinkedHashMap<>();

    private CargoFacts(FactFile file) {
        this.file = file;
    }

    /** A dependency whose keys are collected. */
    private record Asked(String group, String kind, String name, int line, Map<String, String> members) {}

    static Facts read(FactFile file) {
        return new CargoFacts(file).read();
    }

    private Facts read() {
        for (Entry entry : Toml.parse(file.lines())) {
            Matcher dependencies = DEPENDENCIES.matcher(entry.table());
            if (entry.table().equals("package") && !entry.text().isEmpty()) {
                values.put(entry.key(), entry.text());
            } else if (entry.table().equals("bin") && entry.key().equals("name")) {
                file.entryPoint(EntryPointKind.BINARY, entry.text(), entry.line());
            } else if (dependencies.matches()) {
                dependency(entry, dependencies);
            }
        }
        spread.values().forEach(this::add);
        return file.manifest(
                ManifestKind.CARGO,
                values.get("name"),
                values.get("description"),
                values.get("version"),
                values.get("license"));
    }

    private void dependency(Entry entry, Matcher table) {
        String named = Match.group(table, 3);
        int dot = entry.key().indexOf('.');
        String name =
                !named.isEmpty() ? named : dot < 0 ? entry.key() : entry.key().substring(0, dot);
        String key = !named.isEmpty() ? entry.key() : dot < 0 ? "" : entry.key().substring(dot + 1);
        Asked asked = spread.computeIfAbsent(
                entry.table() + " " + name,
                _ -> new Asked(Match.group(table, 1), Match.group(table, 2), name, entry.line(), new HashMap<>()));
        if (!key.isEmpty()) {
            asked.members().putIfAbsent(key, entry.text().isEmpty() ? entry.value() : entry.text());
        } else if (entry.value().startsWith("{")) {
            asked.members().putAll(entry.members());
        } else {
            asked.members().put("version", entry.text());
        }
    }

    private void add(Asked asked) {
        String name = asked.members().getOrDefault("package", asked.name());
        String version = asked.members().getOrDefault("version", "");
        if (!asked.group().isEmpty()) {
            file.managed(Ecosystem.CARGO, name, name.equals(asked.name()) ? "" : asked.name(), version);
        } else {
            file.dependency(name, version, scope(asked), asked.line());
        }
    }

    private static DependencyScope scope(Asked asked) {
        boolean optional = Optional.ofNullable(asked.members().get("optional"))
                .filter("true"::equals)
                .isPresent();
        return switch (asked.kind()) {
            case "dev-" -> DependencyScope.DEVELOPMENT;
            case "build-" -> DependencyScope.BUILD;
            default -> optional ? DependencyScope.OPTIONAL : DependencyScope.RUNTIME;
        };
    }
}
