package dev.caffeinecode.platform.queue;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that is to leave once its transaction is committed: a row of table {@code outbox}.
 *
 * @param queue name of the queue
 * @param body what SQS carries
 * @param delaySeconds 0 to 900, the limit of SQS
 */
@MappedEntity("outbox")
record OutboxMessage(@Id UUID id, String queue, String body, int delaySeconds, Instant createdAt) {}
