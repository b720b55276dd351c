package dev.caffeinecode.ai.spend;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Table {@code budget_earmark}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EarmarkStore extends GenericRepository<EarmarkRow, UUID> {
    void saveAll(Collection<EarmarkRow> earmarks);

    @Query("""
            SELECT micros
            FROM budget_earmark
            WHERE budget_id = :budgetId AND holder = :holder
            FOR UPDATE
            """)
    Optional<Long> lock(UUID budgetId, UUID holder);

    @Query("""
            DELETE FROM budget_earmark
            WHERE budget_id = :budgetId AND holder = :holder
            """)
    void delete(UUID budgetId, UUID holder);
}
