package dev.caffeinecode.docs.page;

import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.docs.citation.Citation;
import dev.caffeinecode.docs.verify.Figures;

import java.util.List;

/**
 * What was written from inputs with one digest.
 *
 * @param digest SHA-256 of the Markdown, hex
 * @param summary a sentence or two for the pages above; may be empty
 * @param citations that resolve, each once
 * @param citationsRemoved that did not resolve and were taken out
 * @param secretsMasked credentials found in the source that was used
 * @param figures of the checks of its text
 * @param model that wrote it; {@link ModelId#OUTLINE} when none did
 * @param tokensIn paid for, cache reads and writes included
 * @param tokensOut paid for
 * @param costMicros in micro-dollars; 0 when the price is not known
 */
public record PageContent(
        String inputDigest,
        String digest,
        String summary,
        List<Citation> citations,
        int citationsRemoved,
        int secretsMasked,
        Figures figures,
        ModelId model,
        long tokensIn,
        long tokensOut,
        long costMicros) {
    public PageContent {
        citations = List.copyOf(citations);
    }
}
