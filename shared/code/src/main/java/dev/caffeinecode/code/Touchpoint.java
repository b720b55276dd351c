package dev.caffeinecode.code;

/**
 * A place where code meets the world around its process: a route that it serves, a variable that it reads. Only names
 * are known: values are secrets more often than not.
 *
 * @param name a path such as {@code /api/repos/{id}}, as the framework writes its parameters, or the name of the
 *     variable, table, queue or topic
 * @param detail how it is met, in the words that {@link TouchpointKind} lists
 */
public record Touchpoint(TouchpointKind kind, String name, String detail, Location source) {
    public Touchpoint {
        if (name.isBlank() || detail.isBlank()) {
            throw new IllegalArgumentException("a touchpoint needs a name and a detail at " + source);
        }
    }
}
