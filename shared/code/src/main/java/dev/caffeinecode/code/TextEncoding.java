package dev.caffeinecode.code;

/** How the text of a file is encoded. */
public enum TextEncoding implements Labelled {
    UTF_8("utf-8"),
    UTF_8_BOM("utf-8-bom"),
    UTF_16_LE("utf-16le"),
    UTF_16_BE("utf-16be"),
    /** Also what is plain Latin-1. */
    WINDOWS_1252("windows-1252"),

    /** Not text, or no content. */
    NONE("none");

    private final String label;

    TextEncoding(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
