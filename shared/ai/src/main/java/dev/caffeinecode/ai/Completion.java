package dev.caffeinecode.ai;

/**
 * A model's answer.
 *
 * @param text may be empty
 */
public record Completion(String text, Finish finish, TokenUsage usage) {
    /** Why the model stopped. */
    public enum Finish {
        /** It had said all. */
        COMPLETE,
        /** The limit on output tokens was reached; the text ends anywhere. */
        CUT,
        /** The provider or the model declined. */
        REFUSED
    }
}
