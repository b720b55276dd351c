package dev.caffeinecode.ai.rate;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

import java.time.Duration;

/**
 * How hard models may be asked. {@code CAFFEINE_RATE_CONCURRENCY} and friends set it.
 *
 * @param concurrency calls of one model at a time, by all workers together, at most; at least 1
 * @param tokensPerMinute what the account's quota allows for one model, the answers' limits counted as Bedrock counts them;
 *     0 when it is not known and only learned from refusals
 * @param patience how long a worker waits for its turn before it leaves its work to a later one
 */
@ConfigurationProperties("caffeine.rate")
public record RateSettings(
        @Bindable(defaultValue = "50") int concurrency,
        @Bindable(defaultValue = "0") int tokensPerMinute,
        @Bindable(defaultValue = "20s") Duration patience) {
    public RateSettings {
        if (concurrency < 1 || tokensPerMinute < 0) {
            throw new IllegalArgumentException(
                    "concurrency is at least 1, tokensPerMinute at least 0: " + concurrency + ", " + tokensPerMinute);
        }
    }
}
