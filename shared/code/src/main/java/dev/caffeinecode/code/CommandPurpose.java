package dev.caffeinecode.code;

/** What a command is for. */
public enum CommandPurpose implements Labelled {
    BUILD("build"),
    TEST("test"),
    RUN("run"),
    INSTALL("install"),
    LINT("lint"),
    FORMAT("format"),
    DEPLOY("deploy"),
    /** A named script or target whose purpose its name and text do not tell. */
    OTHER("other");

    private final String label;

    CommandPurpose(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
