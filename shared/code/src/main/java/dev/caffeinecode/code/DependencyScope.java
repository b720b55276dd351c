package dev.caffeinecode.code;

/** What a manifest asks for a package for. */
public enum DependencyScope implements Labelled {
    /** The code needs it to run. */
    RUNTIME("runtime"),

    /** People who work on the code need it. */
    DEVELOPMENT("development"),

    TEST("test"),
    /** The code does without it, or only some who use the code need it. */
    OPTIONAL("optional"),

    /** Compilers and build tools need it; it is not there at run time or others bring it. */
    BUILD("build");

    private final String label;

    DependencyScope(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
