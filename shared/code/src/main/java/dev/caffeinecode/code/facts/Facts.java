package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.Command;
import dev.caffeinecode.code.EntryPoint;
import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.versions.Versions;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What one file states about building and running the code around it.
 *
 * @param versions what it fixes for other files
 */
public record Facts(
        List<Command> commands,
        List<EntryPoint> entryPoints,
        @Nullable Manifest manifest,
        Versions versions) {
    /** What most files state. */
    public static final Facts NONE = new Facts(List.of(), List.of(), null, Versions.NONE);

    public Facts {
        commands = List.copyOf(commands);
        entryPoints = List.copyOf(entryPoints);
    }
}
