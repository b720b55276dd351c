package dev.caffeinecode.docs.run;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Table {@code run}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RunStore extends GenericRepository<RunRow, UUID> {
    /** @return 0 when the same run is under way */
    @Query("""
            INSERT INTO run (
                id, repository_id, snapshot_id, template, template_version, provider, model, state, created_at, updated_at)
            VALUES (
                :id, :repositoryId, :snapshotId, :template, :templateVersion, :provider, :model, 'queued',
                :createdAt, :createdAt)
            ON CONFLICT (snapshot_id, template, template_version, provider, model)
                WHERE state IN ('queued', 'planning', 'writing', 'assembling') DO NOTHING
            """)
    int insertUnlessActive(
            UUID id,
            UUID repositoryId,
            UUID snapshotId,
            String template,
            int templateVersion,
            String provider,
            String model,
            Instant createdAt);

    @Query("""
            SELECT id, repository_id, snapshot_id, template, template_version, provider, model, state, error_code,
                error_detail, created_at, updated_at, finished_at
            FROM run
            WHERE snapshot_id = :snapshotId AND template = :template AND template_version = :templateVersion
                AND provider = :provider AND model = :model
                AND state IN ('queued', 'planning', 'writing', 'assembling')
            """)
    Optional<RunRow> findActive(UUID snapshotId, String template, int templateVersion, String provider, String model);

    @Query("""
            SELECT id, repository_id, snapshot_id, template, template_version, provider, model, state, error_code,
                error_detail, created_at, updated_at, finished_at
            FROM run
            WHERE id = :id
            """)
    Optional<RunRow> find(UUID id);

    @Query("""
            SELECT r.id, r.repository_id, r.snapshot_id, r.template, r.template_version, r.provider, r.model, r.state,
                r.error_code, r.error_detail, r.created_at, r.updated_at, r.finished_at
            FROM run r
            JOIN repository p ON p.id = r.repository_id
            WHERE r.id = :id AND p.owner_id = :ownerId
            """)
    Optional<RunRow> findOwned(UUID ownerId, UUID id);

    @Query("""
            SELECT r.id, r.repository_id, r.snapshot_id, r.template, r.template_version, r.provider, r.model, r.state,
                r.error_code, r.error_detail, r.created_at, r.updated_at, r.finished_at
            FROM run r
            JOIN repository p ON p.id = r.repository_id
            WHERE p.owner_id = :ownerId
                AND (CAST(:repositoryId AS uuid) IS NULL OR r.repository_id = :repositoryId)
                AND (CAST(:before AS timestamptz) IS NULL OR (r.created_at, r.id) < (:before, :beforeId))
            ORDER BY r.created_at DESC, r.id DESC
            LIMIT :limit
            """)
    List<RunRow> list(
            UUID ownerId, @Nullable UUID repositoryId, @Nullable Instant before, @Nullable UUID beforeId, int limit);

    @Query("""
            UPDATE run
            SET state = :state, updated_at = :now,
                finished_at = CASE WHEN :state IN ('completed', 'cancelled') THEN CAST(:now AS timestamptz) END
            WHERE id = :id AND state IN (:from)
            """)
    int move(UUID id, String state, Instant now, List<String> from);

    @Query("""
            UPDATE run
            SET state = 'failed', error_code = :code, error_detail = :detail, updated_at = :now, finished_at = :now
            WHERE id = :id AND state IN (:from)
            """)
    int fail(UUID id, String code, String detail, Instant now, List<String> from);

    /** The steps that may be open for a run: its own and those of its pages. */
    @Query("""
            SELECT id
            FROM page
            WHERE run_id = :id AND state IN ('ready', 'writing')
            UNION ALL
            SELECT CAST(:id AS uuid)
            """)
    List<UUID> openSteps(UUID id);

    @Query("""
            SELECT count(*) AS planned,
                count(*) FILTER (WHERE p.state IN ('written', 'outlined', 'failed')) AS done,
                count(*) FILTER (WHERE p.state = 'written') AS written,
                count(*) FILTER (WHERE p.state = 'outlined') AS outlined,
                count(*) FILTER (WHERE p.reused) AS reused,
                count(*) FILTER (WHERE p.state = 'failed') AS failed,
                coalesce(sum(c.citation_count), 0) AS citations,
                coalesce(sum(c.citations_removed), 0) AS citations_removed,
                coalesce(sum(c.citations_checked), 0) AS citations_checked,
                coalesce(sum(c.identifiers_resolved), 0) AS identifiers_resolved,
                coalesce(sum(c.identifiers_unknown), 0) AS identifiers_unknown,
                coalesce(sum(c.statements_supported), 0) AS statements_supported,
                coalesce(sum(c.statements_unsupported), 0) AS statements_unsupported,
                coalesce(sum(c.statements_undecided), 0) AS statements_undecided,
                coalesce(sum(c.paragraphs_uncited), 0) AS paragraphs_uncited,
                coalesce(sum(c.findings_repaired), 0) AS findings_repaired,
                coalesce(sum(c.statements_cut), 0) AS statements_cut,
                coalesce(max(b.tokens_in), 0) AS tokens_in,
                coalesce(max(b.tokens_out), 0) AS tokens_out,
                coalesce(max(b.spent), 0) AS cost_micros,
                coalesce(max(b.reserved), 0) AS reserved_micros,
                max(b.ceiling) AS budget_micros
            FROM page p
            JOIN run r ON r.id = p.run_id
            LEFT JOIN page_content c ON c.repository_id = r.repository_id AND c.input_digest = p.input_digest
            LEFT JOIN budget b ON b.id = r.id
            WHERE p.run_id = :id
            """)
    RunTotals totals(UUID id);
}
