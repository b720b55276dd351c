package dev.caffeinecode.repository.git;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The moment at which a clone must be done, or be given up by its owner before. */
public final class Deadline {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final long endNanos;
    private final BooleanSupplier wanted;

    private Deadline(long endNanos, BooleanSupplier wanted) {
        this.endNanos = endNanos;
        this.wanted = wanted;
    }

    /** @param wanted false once nobody wants the result any more; asked often, from several threads */
    public static Deadline in(Duration time, BooleanSupplier wanted) {
        return new Deadline(System.nanoTime() + time.toNanos(), wanted);
    }

    boolean passed() {
        return System.nanoTime() - endNanos >= 0 || !wanted.getAsBoolean();
    }

    /** Negative once it has passed. */
    Duration left() {
        return Duration.ofNanos(endNanos - System.nanoTime());
    }

    /** @throws ProblemException {@link ErrorCode#CLONE_TIMEOUT} when it has passed */
    void require() {
        if (passed()) {
            throw new ProblemException(
                    ErrorCode.CLONE_TIMEOUT,
                    "cloning took longer than allowed; try again when the server is less busy");
        }
    }

    /**
     * Waits, but not past the deadline.
     *
     * @throws ProblemException {@link ErrorCode#CLONE_TIMEOUT} when it has passed
     */
    public void pause(Duration time) {
        require();
        try {
            TimeUnit.NANOSECONDS.sleep(Math.min(time.toNanos(), Math.max(0, endNanos - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ErrorCode.GIT_SERVER_UNAVAILABLE, "the process is being stopped", e);
        }
        require();
    }

    /** Something to do once the deadline has passed, unless closed before. */
    @FunctionalInterface
    interface Alarm extends AutoCloseable {
        @Override
        void close();
    }

    /** @param action may be repeated until closed; a read that hears nothing does not look at the clock itself */
    Alarm whenPassed(Runnable action) {
        Runnable look = () -> {
            if (passed()) {
                action.run();
            }
        };
        long period = LOOK.toMillis();
        ScheduledFuture<?> future = TIMER.scheduleWithFixedDelay(look, period, period, TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("clone-deadline").factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }
}
