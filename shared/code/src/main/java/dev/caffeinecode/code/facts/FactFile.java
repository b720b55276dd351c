package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.Command;
import dev.caffeinecode.code.CommandPurpose;
import dev.caffeinecode.code.Dependency;
import dev.caffeinecode.code.DependencyScope;
import dev.caffeinecode.code.Ecosystem;
import dev.caffeinecode.code.EntryPoint;
import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.secret.SecretMask;
import dev.caffeinecode.code.versions.Pin;
import dev.caffeinecode.code.versions.Placeholders;
import dev.caffeinecode.code.versions.Versions;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file whose facts are being read, and the facts found so far. */
final class FactFile {
    private static final int MAX_COMMANDS = 300;
    private static final int MAX_COMMAND_CHARACTERS = 2_000;
    private static final int MAX_DEPENDENCIES = 2_000;
    private static final int MAX_MANAGED = 5_000;
    private static final int MAX_TEXT_CHARACTERS = 2_000;
    private static final int MAX_VERSION_CHARACTERS = 200;

    private final String path;
    private final String text;
    private final List<Command> commands = new ArrayList<>();
    private final List<EntryPoint> entryPoints = new ArrayList<>();
    private final List<Dependency> dependencies = new ArrayList<>();
    private final List<Pin> managed = new ArrayList<>();
    private final Map<String, String> properties = new HashMap<>();

    FactFile(String path, String text) {
        this.path = path;
        this.text = text;
    }

    String path() {
        return path;
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String text() {
        return text;
    }

    List<String> lines() {
        return text.lines().toList();
    }

    /** Adds a command if its name or text tells what it is for. */
    void command(@Nullable String name, String command, int firstLine, int lastLine) {
        Optional<CommandPurpose> purpose = CommandPurposes.ofScript(name, command);
        purpose.ifPresent(known -> command(known, name, command, firstLine, lastLine));
    }

    void command(CommandPurpose purpose, @Nullable String name, String command, int firstLine, int lastLine) {
        String shown = command.strip();
        if (!shown.isEmpty() && shown.length() <= MAX_COMMAND_CHARACTERS && commands.size() < MAX_COMMANDS) {
            commands.add(new Command(purpose, name, shown, at(firstLine, lastLine)));
        }
    }

    void entryPoint(EntryPointKind kind, String name, int line) {
        if (!name.isBlank() && entryPoints.size() < MAX_COMMANDS) {
            entryPoints.add(new EntryPoint(kind, limited(name), at(line, line)));
        }
    }

    /** Adds a package that the file asks for; the requirement is empty or blank if it names no version. */
    void dependency(String name, String requirement, DependencyScope scope, int line) {
        if (!name.isBlank() && dependencies.size() < MAX_DEPENDENCIES) {
            dependencies.add(new Dependency(limited(name.strip()), version(requirement), scope, line));
        }
    }

    /** An address says where something is, not which version. */
    private static @Nullable String version(String requirement) {
        String bare = requirement.strip();
        boolean sane = !bare.isEmpty() && bare.length() <= MAX_VERSION_CHARACTERS && !bare.contains("://");
        return sane ? bare : null;
    }

    /** Adds a version that the file sets for those that ask for a package by its name or, if not empty, another. */
    void managed(Ecosystem ecosystem, String name, String otherName, String requirement) {
        String version = version(requirement);
        if (!name.isBlank() && version != null && managed.size() < MAX_MANAGED) {
            managed.add(new Pin(ecosystem, limited(name.strip()), limited(otherName), version));
        }
    }

    /** Adds a value that the file calls by a name; the first counts. */
    void property(String name, String value) {
        boolean sane = name.length() <= MAX_VERSION_CHARACTERS && value.length() <= MAX_VERSION_CHARACTERS;
        if (sane && properties.size() < MAX_MANAGED) {
            properties.putIfAbsent(name, value);
        }
    }

    /** Returns a text with {@code ${name}} and {@code $name} replaced as far as the file says by what. */
    String filled(String text) {
        return Placeholders.fill(text, properties);
    }

    private Location at(int firstLine, int lastLine) {
        return new Location(path, new LineRange(firstLine, Math.max(firstLine, lastLine)));
    }

    /** Returns what was found, without a manifest. */
    Facts facts() {
        return new Facts(commands, entryPoints, null, versions());
    }

    /** Returns what was found, with what a manifest says of itself; null or blank for what it does not say. */
    Facts manifest(
            ManifestKind kind,
            @Nullable String name,
            @Nullable String description,
            @Nullable String version,
            @Nullable String license) {
        return new Facts(
                commands,
                entryPoints,
                new Manifest(path, kind, said(name), said(description), said(version), said(license), dependencies),
                versions());
    }

    private Versions versions() {
        return new Versions(List.of(), managed, properties);
    }

    /** Placeholders such as {@code ${revision}} say nothing. */
    private static @Nullable String said(@Nullable String value) {
        if (value == null || value.isBlank() || value.contains("${")) {
            return null;
        }
        return limited(value.strip().replaceAll("\\s+", " "));
    }

    private static String limited(String value) {
        if (value.length() <= MAX_TEXT_CHARACTERS) {
            return value;
        }
        String masked = SecretMask.mask(value).text(); // while credentials are whole
        return masked.substring(0, Math.min(masked.length(), MAX_TEXT_CHARACTERS));
    }
}
