package dev.caffeinecode.code.symbols;

/**
 * How far the syntax tree of one file is read.
 *
 * @param maxDepth levels of nodes
 * @param maxSymbols symbols of one file
 */
public record WalkLimits(int maxDepth, int maxSymbols) {
    public static final WalkLimits DEFAULT = new WalkLimits(400, 20_000);

    public WalkLimits {
        if (maxDepth < 1 || maxSymbols < 1) {
            throw new IllegalArgumentException("limits are at least 1: " + maxDepth + ", " + maxSymbols);
        }
    }
}
