package dev.caffeinecode.code;

import org.jspecify.annotations.Nullable;

/**
 * A command that a file of the repository tells people or machines to run. It is only ever shown, never executed.
 *
 * @param name what it is called there: a script, a target, a step; null if it has no name
 * @param line what to type; more than one line for a script
 */
public record Command(CommandPurpose purpose, @Nullable String name, String line, Location source) {
    public Command {
        if (line.isBlank()) {
            throw new IllegalArgumentException("an empty command at " + source);
        }
    }
}
