package dev.caffeinecode.ai;

/**
 * One question to a model, without tools: nothing that the text asks for can be done.
 *
 * @param system what the model is to be and do; the same for all pages of a run, so that providers can cache it
 * @param user this page's facts and source
 * @param maxOutputTokens what the answer may need at most; providers reserve it from the quota
 */
public record Prompt(String system, String user, int maxOutputTokens) {
    public Prompt {
        if (maxOutputTokens < 1) {
            throw new IllegalArgumentException("maxOutputTokens is at least 1: " + maxOutputTokens);
        }
    }
}
