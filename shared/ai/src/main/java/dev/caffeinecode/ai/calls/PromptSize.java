package dev.caffeinecode.ai.calls;

import dev.caffeinecode.ai.Prompt;

import java.nio.charset.StandardCharsets;

/**
 * How many tokens a prompt has, without asking anybody.
 *
 * @param expected on average; Claude makes one token of 3.2 to 4.2 characters of source code
 * @param atMost more than any text that people write has: no tokenizer makes much more than one token of two bytes of it
 */
record PromptSize(long expected, long atMost) {
    private static final double BYTES_PER_TOKEN = 3.6;
    private static final int LEAST_BYTES_PER_TOKEN = 2;

    /** What a provider adds around the texts. */
    private static final int FRAME = 200;

    static PromptSize of(Prompt prompt) {
        long bytes = prompt.system().getBytes(StandardCharsets.UTF_8).length;
        for (Prompt.Turn turn : prompt.turns()) {
            bytes += turn.text().getBytes(StandardCharsets.UTF_8).length;
        }
        return new PromptSize(Math.round(bytes / BYTES_PER_TOKEN), bytes / LEAST_BYTES_PER_TOKEN + FRAME);
    }
}
