package dev.caffeinecode.api;

import dev.caffeinecode.docs.run.RunTotals;
import dev.caffeinecode.docs.verify.Figures;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What checking the texts of models came to. But for the last two, the figures are of the texts as they were before
 * anything was taken out of them.
 *
 * @param identifiersUnknown mentions of names that nothing has
 * @param supported sentences whose cited lines hold every name in them
 * @param unsupported sentences whose cited lines hold none of their names; they are marked
 * @param undecided sentences of which the check could not tell
 * @param uncited paragraphs, items and rows that stated something and cited nothing
 * @param repaired findings that were gone when the model had been told of them
 * @param cut sentences, paragraphs, items and rows that were taken out
 */
@Serdeable
record Quality(
        long citationsChecked,
        long identifiersResolved,
        long identifiersUnknown,
        long supported,
        long unsupported,
        long undecided,
        long uncited,
        long repaired,
        long cut) {

    static Quality of(RunTotals totals) {
        return new Quality(
                totals.citationsChecked(),
                totals.identifiersResolved(),
                totals.identifiersUnknown(),
                totals.statementsSupported(),
                totals.statementsUnsupported(),
                totals.statementsUndecided(),
                totals.paragraphsUncited(),
                totals.findingsRepaired(),
                totals.statementsCut());
    }

    static Quality of(Figures figures) {
        return new Quality(
                figures.citations(),
                figures.identifiersResolved(),
                figures.identifiersUnknown(),
                figures.supported(),
                figures.unsupported(),
                figures.undecided(),
                figures.uncited(),
                figures.repaired(),
                figures.cut());
    }
}
