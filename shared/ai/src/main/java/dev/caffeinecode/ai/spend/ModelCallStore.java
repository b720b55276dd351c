package dev.caffeinecode.ai.spend;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Table {@code model_call}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ModelCallStore extends GenericRepository<ModelCallRow, UUID> {
    void save(ModelCallRow call);

    /** @return 0 when the call has ended already */
    @Query("""
            UPDATE model_call
            SET state = :state, cost_micros = :costMicros, tokens_in = :tokensIn, tokens_out = :tokensOut,
                ended_at = :endedAt
            WHERE id = :id AND state = 'reserved'
            """)
    int end(UUID id, String state, long costMicros, long tokensIn, long tokensOut, Instant endedAt);

    @Query("""
            SELECT id, budget_id, holder, provider, model, state, reserved_micros, cost_micros, tokens_in, tokens_out,
                created_at, ended_at
            FROM model_call
            WHERE holder = :holder AND state = 'reserved'
            """)
    List<ModelCallRow> open(UUID holder);
}
