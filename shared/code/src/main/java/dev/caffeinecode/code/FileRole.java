package dev.caffeinecode.code;

/** What a file is for. */
public enum FileRole implements Labelled {
    SOURCE("source"),
    TEST("test"),
    BUILD("build"),
    CI("ci"),
    CONTAINER("container"),
    CONFIGURATION("configuration"),
    /** Tables and their migrations. */
    SCHEMA("schema"),

    /** An interface described for machines: OpenAPI, GraphQL, Protocol Buffers. */
    API_DESCRIPTION("api-description"),

    DOCUMENTATION("documentation"),
    /** Written by a program; lock files and minified scripts included. */
    GENERATED("generated"),

    /** Somebody else's code kept in this repository. */
    VENDORED("vendored"),

    DATA("data"),
    BINARY("binary"),
    /** A line of text that stands for content kept in Git LFS. */
    LFS_POINTER("lfs-pointer"),

    SYMLINK("symlink"),
    SUBMODULE("submodule");

    private final String label;

    FileRole(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
