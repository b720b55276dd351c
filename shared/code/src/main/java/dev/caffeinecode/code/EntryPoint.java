package dev.caffeinecode.code;

/**
 * Where a program begins or a library is entered.
 *
 * @param name the qualified name of the function or class, or the name of the declared command
 */
public record EntryPoint(EntryPointKind kind, String name, Location source) {
    public EntryPoint {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an entry point needs a name at " + source);
        }
    }
}
