package dev.caffeinecode.code.index;

/** Is told how far indexing has come, by several threads at once. */
public interface ProgressListener {
    /** Is told nothing. */
    ProgressListener NONE = new ProgressListener() {};

    /**
     * A parser written in C begins to read a file. Should the process die, it died over one of the files that were
     * begun and not {@linkplain #indexed ended}.
     */
    default void parsing(String path) {}

    /** All is known of a file. */
    default void indexed(String path, long bytes) {}

    /** A file was left without symbols and facts because of a fault in this program. */
    default void failed(String path, Throwable fault) {}
}
