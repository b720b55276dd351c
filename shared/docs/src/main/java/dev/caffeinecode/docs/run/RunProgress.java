package dev.caffeinecode.docs.run;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.Failure;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.state.State;
import dev.caffeinecode.platform.step.Steps;
import jakarta.inject.Singleton;

import java.time.Clock;

/** How the steps of a run move it on. Every method is called in the transaction that finishes the step. */
@Singleton
public class RunProgress {
    private final RunStore store;
    private final Steps steps;
    private final Clock clock;

    RunProgress(RunStore store, Steps steps, Clock clock) {
        this.store = store;
        this.steps = steps;
        this.clock = clock;
    }

    /** @throws ProblemException {@link ErrorCode#CLAIM_LOST} when it has been deleted */
    public Run get(RunId id) {
        return store.find(id.value())
                .map(RunRow::toRun)
                .orElseThrow(() -> new ProblemException(ErrorCode.CLAIM_LOST, "run is deleted: " + id));
    }

    /**
     * Moves the run into a state.
     *
     * @throws ProblemException {@link ErrorCode#CLAIM_LOST} when it is in none that the state may follow
     */
    public void move(RunId id, RunState state) {
        if (store.move(id.value(), state.label(), clock.instant(), State.before(state)) != 1) {
            throw new ProblemException(ErrorCode.CLAIM_LOST, "run has ended: " + id);
        }
    }

    /** Ends a run that cannot be completed, and all that is still to be done for it. */
    public void fail(RunId id, ProblemException why) {
        Failure failure = Failure.of(why);
        steps.cancel(store.openSteps(id.value()));
        store.fail(
                id.value(), failure.code().label(), failure.detail(), clock.instant(), State.before(RunState.FAILED));
    }

    public RunTotals totals(RunId id) {
        return store.totals(id.value());
    }
}
