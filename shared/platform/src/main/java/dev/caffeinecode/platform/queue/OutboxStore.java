package dev.caffeinecode.platform.queue;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Table {@code outbox}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OutboxStore extends GenericRepository<OutboxMessage, UUID> {
    void saveAll(Collection<OutboxMessage> messages);

    @Query("""
            DELETE FROM outbox
            WHERE id IN (:ids)
            """)
    void deleteSent(Collection<UUID> ids);

    /** The oldest that were written before then, locked until the transaction ends; those that others hold are left out. */
    @Query("""
            SELECT id, queue, body, delay_seconds, created_at
            FROM outbox
            WHERE created_at < :before
            ORDER BY created_at
            LIMIT :limit
            FOR UPDATE SKIP LOCKED
            """)
    List<OutboxMessage> lockOldest(Instant before, int limit);
}
