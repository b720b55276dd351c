package dev.caffeinecode.repository;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Table {@code snapshot}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SnapshotStore extends GenericRepository<SnapshotRow, UUID> {
    void save(SnapshotRow snapshot);

    @Query("""
            SELECT id, repository_id, commit_id, revision, committed_at, state, files, bytes, rejected_paths, symbols,
                lines, language, error_code, error_detail, created_at
            FROM snapshot
            WHERE repository_id = :repositoryId AND commit_id = :commitId
            """)
    Optional<SnapshotRow> findByCommit(UUID repositoryId, String commitId);

    @Query("""
            SELECT id, repository_id, commit_id, revision, committed_at, state, files, bytes, rejected_paths, symbols,
                lines, language, error_code, error_detail, created_at
            FROM snapshot
            WHERE id = :id
            """)
    Optional<SnapshotRow> find(UUID id);

    @Query("""
            SELECT id
            FROM snapshot
            WHERE repository_id = :repositoryId
            """)
    List<UUID> idsOf(UUID repositoryId);

    /** Moves without any other change: to indexing, or from failed back to stored. */
    @Query("""
            UPDATE snapshot
            SET state = :state, error_code = NULL, error_detail = NULL
            WHERE id = :id AND state IN (:from)
            """)
    int move(UUID id, String state, List<String> from);

    @Query("""
            UPDATE snapshot
            SET state = 'indexed', symbols = :symbols, lines = :lines, language = :language
            WHERE id = :id AND state IN (:from)
            """)
    int finishIndexing(UUID id, int symbols, long lines, @Nullable String language, List<String> from);

    @Query("""
            UPDATE snapshot
            SET state = 'failed', error_code = :code, error_detail = :detail
            WHERE id = :id AND state IN (:from)
            """)
    int fail(UUID id, String code, String detail, List<String> from);
}
