package dev.caffeinecode.platform.step;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Table {@code step}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StepStore extends GenericRepository<StepRow, UUID> {
    void saveAll(Collection<StepRow> steps);

    @Query("""
            INSERT INTO step (id, type, queue, claimed, fence, attempts, lease_until)
            VALUES (:id, :type, :queue, false, 0, 0, :leaseUntil)
            ON CONFLICT (id, type) DO NOTHING
            """)
    int insertIfAbsent(UUID id, String type, String queue, Instant leaseUntil);

    /**
     * A list because Micronaut Data 4.14 reads the rows of UPDATE ... RETURNING only into one.
     *
     * @return the step if this caller now owns it; empty if it is done or another owner's lease is alive
     */
    @Query("""
            UPDATE step
            SET claimed = true, fence = nextval('step_fence'), attempts = attempts + 1, lease_until = :leaseUntil
            WHERE id = :id AND type = :type AND (NOT claimed OR lease_until < :now)
            RETURNING id, type, queue, claimed, fence, attempts, lease_until
            """)
    List<StepRow> claim(UUID id, String type, Instant now, Instant leaseUntil);

    @Query("""
            UPDATE step
            SET lease_until = :leaseUntil
            WHERE id = :id AND type = :type AND claimed AND fence = :fence
            """)
    int renew(UUID id, String type, long fence, Instant leaseUntil);

    @Query("""
            UPDATE step
            SET claimed = false, lease_until = :leaseUntil
            WHERE id = :id AND type = :type AND claimed AND fence = :fence
            """)
    int release(UUID id, String type, long fence, Instant leaseUntil);

    /** As if it had not been claimed. */
    @Query("""
            UPDATE step
            SET claimed = false, attempts = attempts - 1, lease_until = :leaseUntil
            WHERE id = :id AND type = :type AND claimed AND fence = :fence
            """)
    int postpone(UUID id, String type, long fence, Instant leaseUntil);

    @Query("""
            DELETE FROM step
            WHERE id = :id AND type = :type AND claimed AND fence = :fence
            """)
    int finish(UUID id, String type, long fence);

    @Query("""
            DELETE FROM step
            WHERE id IN (:ids)
            """)
    void cancel(Collection<UUID> ids);

    /** Gives abandoned steps back to their queues; rows that another sweep holds are left to it. */
    @Query("""
            UPDATE step
            SET claimed = false, lease_until = :queuedUntil
            WHERE (id, type) IN (
                SELECT id, type
                FROM step
                WHERE lease_until < :now
                ORDER BY lease_until
                LIMIT :limit
                FOR UPDATE SKIP LOCKED)
            RETURNING id, type, queue, claimed, fence, attempts, lease_until
            """)
    List<StepRow> requeueAbandoned(Instant now, Instant queuedUntil, int limit);

    @Query("""
            UPDATE step
            SET lease_until = :now, claimed = false
            """)
    void abandonAll(Instant now);
}
