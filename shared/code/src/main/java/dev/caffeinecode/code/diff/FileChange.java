package dev.caffeinecode.code.diff;

/** What became of a file. */
public sealed interface FileChange {
    /** Returns the path in the later graph or, of a file that is no more, in the earlier one. */
    String path();

    /** A file that was not there. */
    record Added(String path) implements FileChange {}

    /** A file that is no more. */
    record Removed(String path) implements FileChange {}

    /** A file whose content is another. */
    record Changed(String path) implements FileChange {}

    /**
     * A file that has another path.
     *
     * @param before its path in the earlier graph
     * @param similarity 1 if the content is the same, otherwise the share of what it defines that is, at least 0.6
     */
    record Renamed(String path, String before, double similarity) implements FileChange {}
}
