package dev.caffeinecode.platform.step;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** A worker's right to a step; it ends with {@link #finish}, or when another worker takes over. Safe for threads. */
public final class Claim {
    private static final Duration BEGINNING = Duration.ofSeconds(10);

    private final StepStore store;
    private final StepRow step;
    private final Clock clock;
    private final Instant claimedAt;
    private final @Nullable Instant endsAt;
    private final AtomicBoolean held = new AtomicBoolean(true);

    /** @param timeLimit after which the worker ends, counted from now; null when nothing ends it */
    Claim(StepStore store, StepRow step, Clock clock, @Nullable Duration timeLimit) {
        this.store = store;
        this.step = step;
        this.clock = clock;
        this.claimedAt = clock.instant();
        this.endsAt = timeLimit == null ? null : claimedAt.plus(timeLimit);
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
     * Asked before work that cannot be interrupted without loss.
     *
     * @throws ProblemException {@link ErrorCode#WORKER_OUT_OF_TIME} when the worker will be ended before work of this length
     *     is done; never at the beginning of a claim, for another worker would have no more time
     */
    public void requireTime(Duration work) {
        Instant now = clock.instant();
        if (endsAt != null && now.plus(work).isAfter(endsAt) && now.isAfter(claimedAt.plus(BEGINNING))) {
            throw new ProblemException(ErrorCode.WORKER_OUT_OF_TIME, "the next worker goes on");
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
