package dev.caffeinecode.code.mentions;

/**
 * A name that a file takes from elsewhere.
 *
 * @param module where from, as the language writes it: {@code java.util}, {@code ./cart}, {@code ..model},
 *     {@code github.com/acme/shop}, {@code crate::cart}, {@code shop/cart.h}
 * @param name what is taken; empty for the module itself, {@link #ALL} for all it has
 * @param alias what it is called here; its own name unless the file says otherwise, empty if it gets none
 * @param exported whether others can take it from this file in turn
 * @param line from 1
 */
public record Import(String module, String name, String alias, boolean exported, int line) {
    /** Stands for all names of a module. */
    public static final String ALL = "*";

    public Import {
        if (line < 1) {
            throw new IllegalArgumentException("lines count from 1: " + line);
        }
    }

    /** Returns whether all names of the module are taken. */
    public boolean isAll() {
        return name.equals(ALL);
    }
}
