package dev.caffeinecode.code;

/** How a program or library is entered. */
public enum EntryPointKind implements Labelled {
    /** A main function or method. */
    MAIN("main"),

    /** The main method of a framework's application class. */
    APPLICATION("application"),

    /** A file with code that runs when the file itself is run. */
    SCRIPT("script"),

    /** A command declared in a manifest. */
    BINARY("binary"),

    /** The module a manifest declares as the way in. */
    LIBRARY("library");

    private final String label;

    EntryPointKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
