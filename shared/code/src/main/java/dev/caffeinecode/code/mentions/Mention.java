package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.Symbol;

/**
 * A name in a file that may be that of a symbol.
 *
 * @param from ordinal of the symbol in which it stands, {@link Symbol#NO_PARENT} outside of all
 * @param name the last part of it, never empty
 * @param receiver what it is a member of, as {@link Receivers} writes that; empty if it stands alone
 * @param arguments how many a call passes, {@link #UNCOUNTED} for what is no call or passes a number known at run time
 * @param line where it first stands, from 1
 */
public record Mention(int from, ReferenceKind kind, String name, String receiver, int arguments, int line) {
    public static final int UNCOUNTED = -1;

    public Mention {
        if (name.isEmpty() || from < Symbol.NO_PARENT || line < 1) {
            throw new IllegalArgumentException("bad mention: " + from + " '" + name + "' line " + line);
        }
    }
}
