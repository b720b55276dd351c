package dev.caffeinecode.ai.rate;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.time.Instant;

/** A row of table {@code model_rate}; with the provider, the model is the key. */
@MappedEntity("model_rate")
record RateRow(
        String provider,
        @Id String model,
        double concurrency,
        double tokens,
        Instant refilledAt,
        Instant pausedUntil,
        Instant loweredAt) {}
