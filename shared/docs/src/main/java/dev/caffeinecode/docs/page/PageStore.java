package dev.caffeinecode.docs.page;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Table {@code page}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PageStore extends GenericRepository<PageRow, UUID> {
    void saveAll(Collection<PageRow> pages);

    @Query("""
            SELECT id, run_id, parent_id, ordinal, slug, title, kind, brief, state, children_left, input_digest, reused,
                error_code, error_detail, updated_at
            FROM page
            WHERE id = :id
            """)
    Optional<PageRow> find(UUID id);

    @Query("""
            SELECT id, run_id, parent_id, ordinal, slug, title, kind, brief, state, children_left, input_digest, reused,
                error_code, error_detail, updated_at
            FROM page
            WHERE run_id = :runId
            ORDER BY ordinal, slug
            """)
    List<PageRow> ofRun(UUID runId);

    @Query("""
            SELECT id, run_id, parent_id, ordinal, slug, title, kind, brief, state, children_left, input_digest, reused,
                error_code, error_detail, updated_at
            FROM page
            WHERE parent_id = :parentId
            ORDER BY ordinal, slug
            """)
    List<PageRow> childrenOf(UUID parentId);

    /** Only while its run is being written. */
    @Query("""
            UPDATE page
            SET state = 'writing', updated_at = :now
            WHERE id = :id AND state IN (:from)
                AND EXISTS (SELECT 1 FROM run WHERE run.id = page.run_id AND run.state = 'writing')
            """)
    int startWriting(UUID id, Instant now, List<String> from);

    @Query("""
            UPDATE page
            SET state = :state, input_digest = :inputDigest, reused = :reused, error_code = :errorCode,
                error_detail = :errorDetail, updated_at = :now
            WHERE id = :id AND state IN (:from)
            """)
    int finish(
            UUID id,
            String state,
            @Nullable String inputDigest,
            boolean reused,
            @Nullable String errorCode,
            @Nullable String errorDetail,
            Instant now,
            List<String> from);

    /** Counts a child as done; the row lock makes siblings that finish at the same time count one after the other. */
    @Query("""
            UPDATE page
            SET children_left = children_left - 1,
                state = CASE WHEN children_left = 1 AND state = 'waiting' THEN 'ready' ELSE state END,
                updated_at = :now
            WHERE id = :id
            RETURNING id, run_id, parent_id, ordinal, slug, title, kind, brief, state, children_left, input_digest,
                reused, error_code, error_detail, updated_at
            """)
    List<PageRow> countDown(UUID id, Instant now);
}
