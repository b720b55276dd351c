package dev.caffeinecode.code;

/**
 * Which symbol of a code graph.
 *
 * @param ordinal the symbol's place among those of its file, from 0, in the order in which they begin
 */
public record SymbolId(String path, int ordinal) {
    public SymbolId {
        if (path.isEmpty() || ordinal < 0) {
            throw new IllegalArgumentException("bad symbol id: " + path + "#" + ordinal);
        }
    }
}
