package dev.caffeinecode.code;

/** What one part of a repository refers to another for; the strongest tie first. */
public enum ReferenceKind implements Labelled {
    /** A type is derived from another. */
    EXTENDS("extends"),

    /** A type fulfils an interface, a trait or a protocol. */
    IMPLEMENTS("implements"),

    /** A function is called, or an instance of a type is made. */
    CALL("call"),

    /** A type stands in a declaration. */
    TYPE("type"),

    /** A constant, a field or a function is used as a value. */
    VALUE("value"),

    /** A file or a package is made known to a file. */
    IMPORT("import"),

    /** A file names another without running it as code: a build file its modules, a workflow a script. */
    MENTION("mention");

    private final String label;

    ReferenceKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
