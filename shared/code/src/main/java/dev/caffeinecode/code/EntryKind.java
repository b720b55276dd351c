package dev.caffeinecode.code;

/** What an entry of a commit's tree is. */
public enum EntryKind implements Labelled {
    FILE("file"),
    EXECUTABLE("executable"),
    /** The content is the text of the link; nothing follows it. */
    SYMLINK("symlink"),

    /** Another repository at one commit; it has no content here. */
    SUBMODULE("submodule"),

    /** A file whose content the caller withheld because it is over the caller's limit. */
    OVERSIZE("oversize"),

    /** A file whose content the caller withheld because it is no text. */
    BINARY("binary");

    private final String label;

    EntryKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
