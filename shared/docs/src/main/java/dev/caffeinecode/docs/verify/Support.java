package dev.caffeinecode.docs.verify;

/** Whether the lines that a sentence cites speak of what it names. */
public enum Support {
    /** They hold every name in it. */
    SUPPORTED("supported"),
    /** They hold none of them. */
    UNSUPPORTED("unsupported"),
    /** They hold some, or it names nothing, or its citation stands elsewhere: only reading both can tell. */
    UNDECIDED("undecided");

    private final String label;

    Support(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
