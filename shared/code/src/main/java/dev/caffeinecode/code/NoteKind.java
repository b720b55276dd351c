package dev.caffeinecode.code;

/** Why a file was not, or not wholly, read. */
public enum NoteKind implements Labelled {
    SYNTAX_ERRORS("syntax-errors"),
    /** Larger than the limit for parsing. */
    TOO_LARGE("too-large"),

    /** Parsing passed its deadline. */
    TOO_SLOW("too-slow"),

    /** Nested deeper than the limit; what lies deeper was left out. */
    TOO_DEEP("too-deep"),

    TOO_MANY_SYMBOLS("too-many-symbols"),
    GENERATED("generated"),
    MINIFIED("minified"),
    VENDORED("vendored"),
    BINARY("binary"),
    /** Bytes that are no text in the file's encoding were replaced by U+FFFD. */
    REPLACED_CHARACTERS("replaced-characters"),

    LFS_POINTER("lfs-pointer"),
    /** The text of a symbolic link. */
    LINK("link"),

    SUBMODULE("submodule"),
    OVERSIZE("oversize"),
    /** The caller asked not to parse this file. */
    SKIPPED("skipped"),

    /** A fault of this program while reading the file. */
    UNREADABLE("unreadable"),

    /** The tree holds this path more than once; the first was read. */
    DUPLICATE_PATH("duplicate-path");

    private final String label;

    NoteKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
