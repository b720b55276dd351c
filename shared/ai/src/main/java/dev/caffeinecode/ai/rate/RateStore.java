package dev.caffeinecode.ai.rate;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.Optional;

/** Table {@code model_rate}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RateStore extends GenericRepository<RateRow, String> {
    @Query("""
            INSERT INTO model_rate (
                provider, model, concurrency, tokens, refilled_at, paused_until, lowered_at)
            VALUES (:provider, :model, :concurrency, :tokens, :refilledAt, :pausedUntil, :loweredAt)
            ON CONFLICT (provider, model) DO NOTHING
            """)
    void insertIfAbsent(RateRow row);

    @Query("""
            SELECT provider, model, concurrency, tokens, refilled_at, paused_until, lowered_at
            FROM model_rate
            WHERE provider = :provider AND model = :model
            FOR UPDATE
            """)
    Optional<RateRow> lock(String provider, String model);

    @Query("""
            UPDATE model_rate
            SET concurrency = :concurrency, tokens = :tokens, refilled_at = :refilledAt, paused_until = :pausedUntil,
                lowered_at = :loweredAt
            WHERE provider = :provider AND model = :model
            """)
    void put(RateRow row);

    @Query("""
            SELECT count(*)
            FROM model_turn
            WHERE provider = :provider AND model = :model AND lease_until > :now
            """)
    long underWay(String provider, String model, Instant now);

    /** Those whose worker died go with it, a few at a time. */
    @Query("""
            DELETE FROM model_turn
            WHERE provider = :provider AND model = :model AND lease_until <= :now
            """)
    void forgetLapsed(String provider, String model, Instant now);
}
