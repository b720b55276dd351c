package dev.caffeinecode.code;

/** Who may use a symbol, by the rules of its language. */
public enum Visibility implements Labelled {
    PUBLIC("public"),
    PROTECTED("protected"),
    /** The same package, module, crate or assembly. */
    PACKAGE("package"),

    /** The same type or file. */
    PRIVATE("private");

    private final String label;

    Visibility(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
