package dev.caffeinecode.docs.plan;

import java.util.stream.Stream;

/** What a page is about. */
public enum PageKind {
    /** The whole repository; the root of the wiki. */
    OVERVIEW("overview"),
    /** How to install, build, test and run. */
    GETTING_STARTED("getting-started"),
    /** One module. */
    MODULE("module"),
    /** A module that has modules of its own. */
    GROUP("group");

    private final String label;

    PageKind(String label) {
        this.label = label;
    }

    /** As in the database and on the wire. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException when there is none with this label */
    public static PageKind of(String label) {
        return Stream.of(values())
                .filter(kind -> kind.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind of page: " + label));
    }
}
