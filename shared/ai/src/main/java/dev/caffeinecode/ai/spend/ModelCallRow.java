package dev.caffeinecode.ai.spend;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A row of table {@code model_call}; amounts in micro-dollars. */
@MappedEntity("model_call")
record ModelCallRow(
        @Id UUID id,
        UUID budgetId,
        UUID holder,
        String provider,
        String model,
        String state,
        long reservedMicros,
        long costMicros,
        long tokensIn,
        long tokensOut,
        Instant createdAt,
        @Nullable Instant endedAt) {
    static final String RESERVED = "reserved";
    static final String SETTLED = "settled";
    static final String RELEASED = "released";
    static final String LOST = "lost";
}
