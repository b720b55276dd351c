package dev.caffeinecode.platform.step;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** A worker's right to a step; it ends with {@link #finish}, or when another worker takes over. Safe for threads. */
public final class Claim {
    private final StepStore store;
    private final StepRow step;
    private final AtomicBoolean held = new AtomicBoolean(true);

    Claim(StepStore store, StepRow step) {
        this.store = store;
        this.step = step;
    }

    StepRow step() {
        return step;
    }

    /** Of the row that the step is about. */
    public UUID id() {
        return step.id();
    }

    /** 1 at the first. */
    public int attempt() {
        return step.attempts();
    }

    /** False once another worker, or a cancellation, has taken the work away; long work asks now and then. */
    public boolean held() {
        return held.get();
    }

    /** @throws ProblemException {@link ErrorCode#CLAIM_LOST} when it is not held any more */
    public void requireHeld() {
        if (!held.get()) {
            throw lost();
        }
    }

    /**
     * Marks the step done. Called inside the transaction that writes its result, so that the result is written once or
     * not at all.
     *
     * @throws ProblemException {@link ErrorCode#CLAIM_LOST} when another worker has taken over; the transaction must fail
     */
    public void finish() {
        if (store.finish(step.id(), step.type(), step.fence()) != 1) {
            lose();
            throw lost();
        }
    }

    void lose() {
        held.set(false);
    }

    private static ProblemException lost() {
        return new ProblemException(ErrorCode.CLAIM_LOST, "another worker has taken over, or the work was cancelled");
    }
}
