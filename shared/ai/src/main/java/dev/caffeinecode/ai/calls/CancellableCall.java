package dev.caffeinecode.ai.calls;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.step.Claim;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work that ends when the claim it is for is lost. */
final class CancellableCall {
    private static final Duration LOOK = Duration.ofMillis(500);

    private CancellableCall() {}

    /**
     * Does the work on a virtual thread: there, an interrupt closes the connection it waits for.
     *
     * @throws ProblemException {@link ErrorCode#CLAIM_LOST} when the claim was lost; the work may have been done in part
     */
    static <T> T of(Claim claim, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name("model-call").start(task);
        try {
            while (true) {
                try {
                    return task.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException _) {
                    claim.requireHeld();
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new ProblemException(ErrorCode.INTERNAL, "a call of a model failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ErrorCode.MODEL_TIMED_OUT, "interrupted while the model was asked", e);
        } finally {
            task.cancel(true);
        }
    }
}
