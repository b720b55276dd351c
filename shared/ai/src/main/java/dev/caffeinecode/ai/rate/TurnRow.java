package dev.caffeinecode.ai.rate;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.time.Instant;
import java.util.UUID;

/** A row of table {@code model_turn}. */
@MappedEntity("model_turn")
record TurnRow(@Id UUID id, String provider, String model, Instant leaseUntil) {}
