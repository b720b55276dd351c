package dev.caffeinecode.repository;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Table {@code repository}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RepositoryStore extends GenericRepository<RepositoryRow, UUID> {
    /** @return 0 when the owner has it already */
    @Query("""
            INSERT INTO repository (id, owner_id, url, canonical_key, name, state, revision, created_at, updated_at)
            VALUES (:id, :ownerId, :url, :key, :name, 'pending', :revision, :now, :now)
            ON CONFLICT (owner_id, canonical_key) DO NOTHING
            """)
    int insertIfAbsent(
            UUID id, UUID ownerId, String url, String key, String name, @Nullable String revision, Instant now);

    @Query("""
            SELECT id, owner_id, url, name, state, revision, snapshot_id, error_code, error_detail, created_at, updated_at
            FROM repository
            WHERE owner_id = :ownerId AND canonical_key = :key
            """)
    Optional<RepositoryRow> findByKey(UUID ownerId, String key);

    @Query("""
            SELECT id, owner_id, url, name, state, revision, snapshot_id, error_code, error_detail, created_at, updated_at
            FROM repository
            WHERE owner_id = :ownerId AND id = :id
            """)
    Optional<RepositoryRow> findOwned(UUID ownerId, UUID id);

    @Query("""
            SELECT id, owner_id, url, name, state, revision, snapshot_id, error_code, error_detail, created_at, updated_at
            FROM repository
            WHERE id = :id
            """)
    Optional<RepositoryRow> find(UUID id);

    @Query("""
            SELECT id, owner_id, url, name, state, revision, snapshot_id, error_code, error_detail, created_at, updated_at
            FROM repository
            WHERE owner_id = :ownerId
                AND (CAST(:before AS timestamptz) IS NULL OR (created_at, id) < (:before, :beforeId))
            ORDER BY created_at DESC, id DESC
            LIMIT :limit
            """)
    List<RepositoryRow> list(UUID ownerId, @Nullable Instant before, @Nullable UUID beforeId, int limit);

    @Query("""
            UPDATE repository
            SET state = 'pending', revision = :revision, updated_at = :now
            WHERE owner_id = :ownerId AND id = :id AND state IN (:from)
            """)
    int requestSync(UUID ownerId, UUID id, @Nullable String revision, Instant now, List<String> from);

    @Query("""
            UPDATE repository
            SET state = 'cloning', updated_at = :now
            WHERE id = :id AND state IN (:from)
            """)
    int startCloning(UUID id, Instant now, List<String> from);

    @Query("""
            UPDATE repository
            SET state = 'cloned', snapshot_id = :snapshotId, error_code = NULL, error_detail = NULL, updated_at = :now
            WHERE id = :id AND state IN (:from)
            """)
    int finishCloning(UUID id, UUID snapshotId, Instant now, List<String> from);

    @Query("""
            UPDATE repository
            SET state = 'failed', error_code = :code, error_detail = :detail, updated_at = :now
            WHERE id = :id AND state IN (:from)
            """)
    int fail(UUID id, String code, String detail, Instant now, List<String> from);

    @Query("""
            DELETE FROM repository
            WHERE owner_id = :ownerId AND id = :id
            """)
    int delete(UUID ownerId, UUID id);
}
