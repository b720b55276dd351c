package dev.caffeinecode.ai.rate;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.UUID;

/** Table {@code model_turn}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TurnStore extends GenericRepository<TurnRow, UUID> {
    void save(TurnRow turn);

    @Query("""
            DELETE FROM model_turn
            WHERE id = :id
            """)
    int delete(UUID id);
}
