package dev.caffeinecode.code.pointers;

import dev.caffeinecode.code.Labelled;

/**
 * Something in a file that may mean another file of the repository. Whether it does is known when all files are.
 *
 * @param line from 1
 */
public record Pointer(Kind kind, String target, int line) {
    /** How a target is to be understood. */
    public enum Kind implements Labelled {
        /**
         * A path from the folder of the file or from the root of the repository; {@code *} stands for any part of one
         * name, and a path that begins with {@code /} is one from the root only.
         */
        PATH("path"),

        /** A path as before, or the end of one, of a file that is made known to this one. */
        IMPORT("import"),

        /** The full name of a type or function, parts separated by dots; behind a {@code #} one of its members. */
        SYMBOL("symbol"),

        /** A table that the file creates. */
        TABLE_MADE("table-made"),

        /** A table that the file uses. */
        TABLE_USED("table-used");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    public Pointer {
        if (target.isBlank() || line < 1) {
            throw new IllegalArgumentException("bad pointer: '" + target + "' line " + line);
        }
    }
}
