package dev.caffeinecode.search;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Table {@code embedding_batch}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EmbeddingBatchStore extends GenericRepository<EmbeddingBatchRow, UUID> {
    void saveAll(Collection<EmbeddingBatchRow> batches);

    @Query("""
            SELECT id, repository_id, model, digests, state, error_code, error_detail, created_at
            FROM embedding_batch
            WHERE id = :id
            """)
    Optional<EmbeddingBatchRow> find(UUID id);

    @Query("""
            SELECT id, repository_id, model, digests, state, error_code, error_detail, created_at
            FROM embedding_batch
            WHERE repository_id = :repositoryId
            ORDER BY created_at, id
            """)
    List<EmbeddingBatchRow> of(UUID repositoryId);

    @Query("""
            UPDATE embedding_batch
            SET state = 'failed', error_code = :code, error_detail = :detail
            WHERE id = :id
            """)
    void fail(UUID id, String code, String detail);

    @Query("""
            DELETE FROM embedding_batch
            WHERE id = :id
            """)
    void delete(UUID id);

    @Query("""
            DELETE FROM embedding_batch
            WHERE repository_id = :repositoryId
            """)
    void deleteAll(UUID repositoryId);
}
