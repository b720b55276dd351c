package dev.caffeinecode.code.mentions;

/**
 * How far the syntax tree of one file is read.
 *
 * @param maxDepth levels of nodes
 * @param maxMentions names of one file; more stand only in what a program wrote
 */
public record MentionLimits(int maxDepth, int maxMentions) {
    public static final MentionLimits DEFAULT = new MentionLimits(400, 50_000);

    public MentionLimits {
        if (maxDepth < 1 || maxMentions < 1) {
            throw new IllegalArgumentException("limits are at least 1: " + maxDepth + ", " + maxMentions);
        }
    }
}
