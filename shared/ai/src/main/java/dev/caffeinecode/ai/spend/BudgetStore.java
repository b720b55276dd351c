package dev.caffeinecode.ai.spend;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/** Table {@code budget}. All sums stand in one row, so that its lock makes them exact. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface BudgetStore extends GenericRepository<BudgetRow, UUID> {
    @Query("""
            INSERT INTO budget (id, ceiling, earmarked, reserved, spent, tokens_in, tokens_out)
            VALUES (:id, :ceiling, 0, 0, 0, 0, 0)
            ON CONFLICT (id) DO NOTHING
            """)
    void insertIfAbsent(UUID id, @Nullable Long ceiling);

    @Query("""
            SELECT id, ceiling, earmarked, reserved, spent, tokens_in, tokens_out
            FROM budget
            WHERE id = :id
            """)
    Optional<BudgetRow> find(UUID id);

    @Query("""
            UPDATE budget
            SET earmarked = earmarked + :micros
            WHERE id = :id
            """)
    void earmark(UUID id, long micros);

    /**
     * Takes an amount if it fits beside what is reserved, spent and earmarked for others.
     *
     * @param own what is earmarked for the one who asks, and is so no more if this succeeds
     * @return 0 if it does not fit
     */
    @Query("""
            UPDATE budget
            SET reserved = reserved + :micros, earmarked = earmarked - :own
            WHERE id = :id AND (ceiling IS NULL OR reserved + spent + earmarked - :own + :micros <= ceiling)
            """)
    int reserve(UUID id, long micros, long own);

    @Query("""
            UPDATE budget
            SET reserved = reserved - :reserved, spent = spent + :cost, tokens_in = tokens_in + :tokensIn,
                tokens_out = tokens_out + :tokensOut
            WHERE id = :id
            """)
    void settle(UUID id, long reserved, long cost, long tokensIn, long tokensOut);
}
