package dev.caffeinecode.search;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.Optional;
import java.util.UUID;

/** Table {@code searchable}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SearchableStore extends GenericRepository<SearchableRow, UUID> {
    void save(SearchableRow searchable);

    @Query("""
            SELECT repository_id, snapshot_id, version, symbols, chunks, tokens, cost_micros, written_at
            FROM searchable
            WHERE repository_id = :repositoryId
            """)
    Optional<SearchableRow> find(UUID repositoryId);

    /** Lets one transaction after the other write what can be searched of a repository. */
    @Query("""
            SELECT 1
            FROM pg_advisory_xact_lock(hashtextextended('searchable ' || CAST(:repositoryId AS text), 0))
            """)
    int lock(UUID repositoryId);

    /** A clone that is about to choose another snapshot ends first, or waits for the end of this transaction. */
    @Query("""
            SELECT snapshot_id
            FROM repository
            WHERE id = :repositoryId
            FOR SHARE
            """)
    Optional<UUID> lockLatest(UUID repositoryId);

    @Query("""
            UPDATE searchable
            SET tokens = tokens + :tokens, cost_micros = cost_micros + :costMicros
            WHERE repository_id = :repositoryId
            """)
    void spend(UUID repositoryId, long tokens, long costMicros);

    @Query("""
            DELETE FROM searchable
            WHERE repository_id = :repositoryId
            """)
    void delete(UUID repositoryId);
}
