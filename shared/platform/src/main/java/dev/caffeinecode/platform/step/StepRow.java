package dev.caffeinecode.platform.step;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of table {@code step}: work that is queued or claimed; done work has none.
 *
 * @param id of the row that the step is about; with the type, the key
 * @param fence grows with each claim, so that a worker that was taken for dead cannot finish
 * @param attempts claims so far
 * @param leaseUntil when the message counts as lost, or the worker as dead
 */
@MappedEntity("step")
record StepRow(@Id UUID id, String type, String queue, boolean claimed, long fence, int attempts, Instant leaseUntil) {}
