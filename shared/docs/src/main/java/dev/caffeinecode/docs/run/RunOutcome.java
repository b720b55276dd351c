package dev.caffeinecode.docs.run;

import dev.caffeinecode.ai.Provider;

import java.util.Optional;

/** What a completed run came to: every page as it was asked for, or not. */
public enum RunOutcome {
    COMPLETE("complete"),
    /** A page has no text, or is an outline although a model was to write it; each such page says why. */
    PARTIAL("partial");

    private final String label;

    RunOutcome(String label) {
        this.label = label;
    }

    /** As on the wire. */
    public String label() {
        return label;
    }

    /** Empty unless the run is completed. */
    public static Optional<RunOutcome> of(Run run, RunTotals totals) {
        if (run.state() != RunState.COMPLETED) {
            return Optional.empty();
        }
        boolean outlinedInstead = totals.outlined() > 0 && run.model().provider() != Provider.OUTLINE;
        return Optional.of(totals.failed() > 0 || outlinedInstead ? PARTIAL : COMPLETE);
    }
}
