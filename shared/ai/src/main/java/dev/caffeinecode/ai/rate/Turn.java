package dev.caffeinecode.ai.rate;

import dev.caffeinecode.ai.ModelId;

import java.time.Instant;
import java.util.UUID;

/**
 * The right to one call of a model.
 *
 * @param startedAt when it was given
 */
public record Turn(UUID id, ModelId model, Instant startedAt) {}
