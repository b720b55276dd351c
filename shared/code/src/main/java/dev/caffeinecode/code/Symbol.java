package dev.caffeinecode.code;

import org.jspecify.annotations.Nullable;

/**
 * Something a file defines that can be referred to by name.
 *
 * @param parent ordinal of the symbol of the same file that it belongs to, {@link #NO_PARENT} if there is none. This is
 *     what it is a member of, not always what encloses it in the text: a Go method belongs to its receiver's type.
 * @param signature the declaration on one line, without body, attributes and comments; long ones end in {@code …}
 * @param lines the whole definition with its attributes, without its docstring
 * @param digest of what it is beyond its signature, its docstring and its members: the same wherever the symbol stands
 *     and however far it is indented; 0 if it is nothing more
 */
public record Symbol(
        SymbolId id,
        int parent,
        SymbolKind kind,
        SymbolName name,
        String signature,
        Visibility visibility,
        LineRange lines,
        long digest,
        @Nullable Docstring docstring) {
    /** The parent of a symbol that is no member of another. */
    public static final int NO_PARENT = -1;

    public Symbol {
        if (parent < NO_PARENT || parent == id.ordinal()) {
            throw new IllegalArgumentException("bad parent of " + id + ": " + parent);
        }
    }

    public String path() {
        return id.path();
    }

    public boolean isTopLevel() {
        return parent == NO_PARENT;
    }

    public Location location() {
        return new Location(id.path(), lines);
    }
}
