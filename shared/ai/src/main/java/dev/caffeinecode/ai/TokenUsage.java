package dev.caffeinecode.ai;

/**
 * What a provider counted for one answer.
 *
 * @param input tokens read at full price
 * @param output tokens written
 * @param cacheRead tokens read from the provider's cache
 * @param cacheWrite tokens written to the provider's cache
 */
public record TokenUsage(long input, long output, long cacheRead, long cacheWrite) {
    public static final TokenUsage NONE = new TokenUsage(0, 0, 0, 0);

    public TokenUsage plus(TokenUsage other) {
        return new TokenUsage(
                input + other.input, output + other.output, cacheRead + other.cacheRead, cacheWrite + other.cacheWrite);
    }

    /** Cache reads and writes included. */
    public long totalInput() {
        return input + cacheRead + cacheWrite;
    }
}
