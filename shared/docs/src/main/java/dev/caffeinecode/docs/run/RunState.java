package dev.caffeinecode.docs.run;

import dev.caffeinecode.platform.state.State;

import java.util.EnumSet;
import java.util.Set;

/** Where a run stands. */
public enum RunState implements State<RunState> {
    /** Asked for; the plan step is queued. */
    QUEUED("queued"),
    PLANNING("planning"),
    /** Its pages are being written. */
    WRITING("writing"),
    /** Its pages are done; the wiki is being put together. */
    ASSEMBLING("assembling"),
    COMPLETED("completed"),
    FAILED("failed"),
    CANCELLED("cancelled");

    private final String label;

    RunState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Set<RunState> next() {
        return switch (this) {
            case QUEUED -> EnumSet.of(PLANNING, FAILED, CANCELLED);
            case PLANNING -> EnumSet.of(PLANNING, WRITING, FAILED, CANCELLED);
            case WRITING -> EnumSet.of(ASSEMBLING, FAILED, CANCELLED);
            case ASSEMBLING -> EnumSet.of(COMPLETED, FAILED, CANCELLED);
            case COMPLETED, FAILED, CANCELLED -> EnumSet.noneOf(RunState.class);
        };
    }

    /** Whether no other state follows. */
    public boolean terminal() {
        return next().isEmpty();
    }
}
