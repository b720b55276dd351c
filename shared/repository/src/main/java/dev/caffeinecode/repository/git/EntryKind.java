package dev.caffeinecode.repository.git;

import java.util.Arrays;

/** What an entry of a snapshot is, and whether its content is kept. */
public enum EntryKind {
    /** Text, content kept. */
    TEXT("text"),
    /** Has NUL bytes; listed without content. */
    BINARY("binary"),
    /** Larger than the limit; listed without content. */
    OVERSIZE("oversize"),
    /** The content is the text of the link, which is never followed. */
    SYMLINK("symlink"),
    /** Another repository; nothing of it is fetched. */
    SUBMODULE("submodule");

    private final String label;

    EntryKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean hasContent() {
        return this == TEXT || this == SYMLINK;
    }

    /** @throws IllegalArgumentException when there is none with this label */
    public static EntryKind of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind of entry: " + label));
    }
}
