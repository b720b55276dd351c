package dev.caffeinecode.search;

import dev.caffeinecode.platform.problem.Failure;
import org.jspecify.annotations.Nullable;

/**
 * How far the chunks of a repository's searchable snapshot are embedded by the configured model.
 *
 * @param model null when none is configured
 * @param chunks with different texts
 * @param embedded of them
 * @param open batches that are queued or at work
 * @param failed batches that were given up
 * @param failure of one of these; null when there are none
 * @param tokens that the model has read for this snapshot
 * @param costMicros what they cost, in millionths of a dollar; 0 where no price is known
 */
public record EmbeddingProgress(
        @Nullable String model,
        int chunks,
        int embedded,
        int open,
        int failed,
        @Nullable Failure failure,
        long tokens,
        long costMicros) {
    /** Whether a search by meaning sees all there is. */
    public boolean complete() {
        return model != null && embedded == chunks;
    }
}
