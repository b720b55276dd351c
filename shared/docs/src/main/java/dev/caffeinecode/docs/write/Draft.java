package dev.caffeinecode.docs.write;

import dev.caffeinecode.ai.Asking;
import dev.caffeinecode.ai.TokenUsage;
import dev.caffeinecode.docs.verify.Figures;
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
         * @param markdown with citation marks, not yet made safe to show
         * @param summary a sentence in Markdown for the pages above; null to take the text's first
         * @param figures of its checks
         * @param citationsRemoved that did not resolve, of what the checks took out
         */
        record Text(String markdown, @Nullable String summary, TokenUsage usage, Figures figures, int citationsRemoved)
                implements Written {
            /** A text that is put together from facts. */
            public Text(String markdown, @Nullable String summary, TokenUsage usage) {
                this(markdown, summary, usage, Figures.NONE, 0);
            }
        }

        /** @param why a sentence for people */
        record Unusable(String why, TokenUsage usage) implements Written {}
    }
}
