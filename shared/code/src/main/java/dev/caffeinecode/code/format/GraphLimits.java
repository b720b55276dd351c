package dev.caffeinecode.code.format;

/**
 * How large a stored graph may be. A reader gives up at the first limit, before it has used much more memory.
 *
 * @param maxBytes uncompressed
 */
public record GraphLimits(long maxBytes, int maxFiles, int maxSymbols, int maxReferences) {
    /** Ample for the largest repositories that are taken in: 200,000 files. */
    public static final GraphLimits DEFAULT = new GraphLimits(1L << 30, 500_000, 4_000_000, 20_000_000);

    public GraphLimits {
        if (maxBytes < 1 || maxFiles < 1 || maxSymbols < 1 || maxReferences < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
    }
}
