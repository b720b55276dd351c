package dev.caffeinecode.code;

import java.util.EnumSet;

/** A constant whose name outside this program is chosen, not the constant's own. */
public interface Labelled {
    /** Returns the name used on the wire, in storage and in documents; it never changes once released. */
    String label();

    /**
     * Finds the constant with a label.
     *
     * @throws IllegalArgumentException if no constant of the type has this label
     */
    static <E extends Enum<E> & Labelled> E of(Class<E> type, String label) {
        return EnumSet.allOf(type).stream()
                .filter(constant -> constant.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + " is called " + label));
    }
}
