package dev.caffeinecode.docs.run;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of a run sum up to.
 *
 * @param planned pages
 * @param done pages that are written, outlined or failed
 * @param written by a model
 * @param outlined from facts alone
 * @param reused of those done: taken from an earlier run with the same inputs
 * @param failed that have no text
 * @param citations that resolve
 * @param citationsRemoved that did not resolve and were taken out of a model's answer
 * @param tokensIn paid for by this run, cache reads and writes included
 * @param tokensOut paid for by this run
 * @param costMicros paid for by this run, in micro-dollars, as far as the prices are known; calls whose answers were lost
 *     count with all they may have cost
 * @param reservedMicros what the calls under way may cost at most
 * @param budgetMicros what the run may cost; null without a limit
 */
@Introspected
public record RunTotals(
        long planned,
        long done,
        long written,
        long outlined,
        long reused,
        long failed,
        long citations,
        long citationsRemoved,
        long tokensIn,
        long tokensOut,
        long costMicros,
        long reservedMicros,
        @Nullable Long budgetMicros) {}
