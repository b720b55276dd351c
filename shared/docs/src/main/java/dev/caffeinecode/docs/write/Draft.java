package dev.caffeinecode.docs.write;

import dev.caffeinecode.ai.Asking;
import dev.caffeinecode.ai.TokenUsage;
import org.jspecify.annotations.Nullable;

/** A page about to be written: its inputs are fixed, nothing has been paid for yet. */
public interface Draft {
    /** SHA-256 over all that the text depends on, hex; the same inputs give the same digest, in every process. */
    String inputDigest();

    /**
     * Writes the text.
     *
     * @param asking what models are asked with, and paid
     */
    Written write(Asking asking);

    /** What came of it. */
    sealed interface Written {
        TokenUsage usage();

        /**
         * A text.
         *
         * @param markdown with citation marks, not yet checked
         * @param summary a sentence in Markdown for the pages above; null to take the text's first
         */
        record Text(String markdown, @Nullable String summary, TokenUsage usage) implements Written {}

        /** @param why a sentence for people */
        record Unusable(String why, TokenUsage usage) implements Written {}
    }
}
