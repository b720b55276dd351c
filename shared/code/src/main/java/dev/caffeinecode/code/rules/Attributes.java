package dev.caffeinecode.code.rules;

/** What {@code .gitattributes} state about a file, in the words of github-linguist's overrides. */
public record Attributes(Stated generated, Stated vendored, Stated documentation) {
    /** Whether something is said of a file. */
    public enum Stated {
        YES,
        NO,
        NOTHING
    }

    /** What is stated about most files. */
    public static final Attributes NONE = new Attributes(Stated.NOTHING, Stated.NOTHING, Stated.NOTHING);
}
