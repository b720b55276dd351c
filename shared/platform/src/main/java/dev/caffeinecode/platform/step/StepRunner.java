package dev.caffeinecode.platform.step;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.queue.Message;
import dev.caffeinecode.platform.telemetry.LogKeys;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Takes one step: claims it, keeps the claim alive while the work goes on, and decides what a failure means. A step that
 * fails by its input, or as often as is allowed, is given up; one that fails otherwise is tried again. One that waits for
 * something busy is put off as often as need be.
 */
@Singleton
public class StepRunner {
    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

    /** Work that is cancelled learns of it within this time. */
    private static final Duration MAX_RENEWAL = Duration.ofSeconds(5);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("claim-renewal").factory());
    private final Steps steps;
    private final StepSettings settings;

    StepRunner(Steps steps, StepSettings settings) {
        this.steps = steps;
        this.settings = settings;
        timer.setRemoveOnCancelPolicy(true);
    }

    /** What one kind of step does. */
    public interface Work {
        /** Does it all, and ends with {@link Claim#finish} in the transaction that writes the result. */
        void run(Claim claim);

        /** Records that the step will not be done and why, with {@link Claim#finish} in the same transaction. */
        void giveUp(Claim claim, ProblemException why);
    }

    /**
     * Safe to call again with the same message: what is done, or being done elsewhere, is left alone.
     *
     * @throws ProblemException or another exception when the message must be delivered again
     */
    public void run(Message message, Work work) {
        Optional<Claim> claimed = steps.claim(message);
        if (claimed.isEmpty()) {
            LOG.atDebug().addKeyValue(LogKeys.MESSAGE_TYPE, message.type()).log("nothing to do");
            return;
        }
        Claim claim = claimed.get();
        if (claim.attempt() > settings.maxAttempts()) {
            work.giveUp(
                    claim,
                    new ProblemException(
                            ErrorCode.STEP_CRASHED, "its worker died " + settings.maxAttempts() + " times"));
            return;
        }
        Future<?> renewal = keep(claim);
        try {
            work.run(claim);
        } catch (ProblemException e) {
            settle(claim, work, e);
        } catch (RuntimeException | StackOverflowError | LinkageError e) { // these leave the worker sound
            retry(claim, work, new ProblemException(ErrorCode.INTERNAL, "unexpected failure", e));
            throw e;
        } finally {
            renewal.cancel(false);
        }
    }

    private void settle(Claim claim, Work work, ProblemException problem) {
        if (problem.code() == ErrorCode.CLAIM_LOST) {
            steps.drop(claim); // still held when what it is about has ended or is deleted
            throw problem;
        }
        switch (problem.code().kind()) {
            case CALLER -> work.giveUp(claim, problem);
            case BUSY -> {
                LOG.atInfo().addKeyValue(LogKeys.CODE, problem.code().label()).log("step waits its turn");
                steps.postpone(claim);
            }
            case TRANSIENT, BUG -> {
                retry(claim, work, problem);
                throw problem;
            }
        }
    }

    private void retry(Claim claim, Work work, ProblemException problem) {
        if (claim.attempt() >= settings.maxAttempts()) {
            work.giveUp(claim, problem);
        } else {
            steps.release(claim);
        }
    }

    private Future<?> keep(Claim claim) {
        Duration third = settings.lease().dividedBy(3);
        Duration period = third.compareTo(MAX_RENEWAL) < 0 ? third : MAX_RENEWAL;
        return timer.scheduleWithFixedDelay(
                () -> renew(claim), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void renew(Claim claim) {
        try {
            steps.renew(claim);
        } catch (RuntimeException e) { // the database may be back before the lease ends; if not, the fence guards
            LOG.atWarn().setCause(e).log("claim could not be renewed");
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
