package dev.caffeinecode.code;

/** What a reference leads from or to. */
public sealed interface GraphNode {
    /** A file as a whole. */
    record File(String path) implements GraphNode {}

    /** A symbol of a file. */
    record Defined(SymbolId id) implements GraphNode {}

    /** Something outside of the repository. */
    record External(ExternalPackage dependency) implements GraphNode {}
}
