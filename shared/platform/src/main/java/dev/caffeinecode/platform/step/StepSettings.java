package dev.caffeinecode.platform.step;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * When work counts as abandoned. {@code CAFFEINE_STEPS_LEASE} and friends set it.
 *
 * @param lease how long a claim outlives its worker's last sign of life, at least 300 ms; a living worker renews it
 *     three times in that time, or every five seconds, so it bounds how long work rests after a crash
 * @param queueWait how long a message may wait in its queue before the sweep sends it again
 * @param busyWait after which a step is tried again that found busy what it needs, at most; 1 s to 15 minutes, the limit
 *     of SQS
 * @param timeLimit after which the platform ends a worker, as its function's timeout says; null when nothing does
 * @param maxAttempts claims of one step before it is given up, at least 1; as many as a queue delivers before it parks
 *     a message
 */
@ConfigurationProperties("caffeine.steps")
public record StepSettings(
        @Bindable(defaultValue = "60s") Duration lease,
        @Bindable(defaultValue = "15m") Duration queueWait,
        @Bindable(defaultValue = "20s") Duration busyWait,
        @Nullable Duration timeLimit,
        @Bindable(defaultValue = "5") int maxAttempts) {
    public StepSettings {
        if (lease.compareTo(Duration.ofMillis(300)) < 0) {
            throw new IllegalArgumentException("a lease is at least 300 ms long: " + lease);
        }
        if (busyWait.compareTo(Duration.ofSeconds(1)) < 0 || busyWait.compareTo(Duration.ofMinutes(15)) > 0) {
            throw new IllegalArgumentException("busyWait is 1 s to 15 minutes: " + busyWait);
        }
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts is at least 1: " + maxAttempts);
        }
    }
}
