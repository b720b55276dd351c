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
 * @param citationsChecked in texts of models, before anything was taken out
 * @param identifiersResolved mentions of names that there are, in texts of models
 * @param identifiersUnknown mentions of names that nothing has; they were taken out
 * @param statementsSupported sentences whose cited lines hold every name in them
 * @param statementsUnsupported sentences whose cited lines hold none of their names; they are marked
 * @param statementsUndecided sentences of which the check could not tell
 * @param paragraphsUncited that stated something and cited nothing; they were taken out
 * @param findingsRepaired that were gone when the model had been told of them
 * @param statementsCut sentences, paragraphs, items and rows that were taken out
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
        long citationsChecked,
        long identifiersResolved,
        long identifiersUnknown,
        long statementsSupported,
        long statementsUnsupported,
        long statementsUndecided,
        long paragraphsUncited,
        long findingsRepaired,
        long statementsCut,
        long tokensIn,
        long tokensOut,
        long costMicros,
        long reservedMicros,
        @Nullable Long budgetMicros) {}
