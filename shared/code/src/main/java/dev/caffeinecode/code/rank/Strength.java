package dev.caffeinecode.code.rank;

import dev.caffeinecode.code.ReferenceKind;

/** How strongly references tie what they lead from to what they lead to, by their kind. */
public final class Strength {
    private Strength() {}

    /**
     * Returns how much of the one end must be known to understand the other, in halves. A type cannot be understood
     * without those it is derived from: twice as much as a function without one of those that it calls or a declaration
     * without its type. Values need no more than their names. An import only announces what the other references say
     * again, and a mention in a build file says where something is, not what it does.
     */
    public static double of(ReferenceKind kind) {
        return switch (kind) {
            case EXTENDS, IMPLEMENTS -> 4;
            case CALL, TYPE -> 2;
            case VALUE -> 1;
            case IMPORT, MENTION -> 0.5;
        };
    }
}
