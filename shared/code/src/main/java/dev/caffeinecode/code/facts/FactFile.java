package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.Command;
import dev.caffeinecode.code.CommandPurpose;
import dev.caffeinecode.code.EntryPoint;
import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.secret.SecretMask;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file whose facts are being read, and the facts found so far. */
final class FactFile {
    private static final int MAX_COMMANDS = 300;
    private static final int MAX_COMMAND_CHARACTERS = 2_000;
    private static final int MAX_DEPENDENCIES = 2_000;
    private static final int MAX_TEXT_CHARACTERS = 2_000;

    private final String path;
    private final String text;
    private final List<Command> commands = new ArrayList<>();
    private final List<EntryPoint> entryPoints = new ArrayList<>();
    private final List<String> dependencies = new ArrayList<>();

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

    void dependency(String name) {
        if (!name.isBlank() && dependencies.size() < MAX_DEPENDENCIES) {
            dependencies.add(limited(name));
        }
    }

    private Location at(int firstLine, int lastLine) {
        return new Location(path, new LineRange(firstLine, Math.max(firstLine, lastLine)));
    }

    /** Returns what was found, without a manifest. */
    Facts facts() {
        return new Facts(commands, entryPoints, null);
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
                new Manifest(path, kind, said(name), said(description), said(version), said(license), dependencies));
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
