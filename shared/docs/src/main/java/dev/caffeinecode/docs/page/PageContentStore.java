package dev.caffeinecode.docs.page;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.Optional;
import java.util.UUID;

/** Table {@code page_content}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PageContentStore extends GenericRepository<PageContentRow, String> {
    /** Does nothing when there is a content for this digest: what was written first stays. */
    @Query("""
            INSERT INTO page_content (
                input_digest, repository_id, digest, summary, citations, citation_count, citations_removed, secrets_masked,
                citations_checked, identifiers_resolved, identifiers_unknown, statements_supported, statements_unsupported,
                statements_undecided, paragraphs_uncited, findings_repaired, statements_cut,
                provider, model, tokens_in, tokens_out, cost_micros, created_at)
            VALUES (
                :inputDigest, :repositoryId, :digest, :summary, :citations, :citationCount, :citationsRemoved,
                :secretsMasked, :citationsChecked, :identifiersResolved, :identifiersUnknown, :statementsSupported, :statementsUnsupported,
                :statementsUndecided, :paragraphsUncited, :findingsRepaired, :statementsCut, :provider, :model, :tokensIn, :tokensOut, :costMicros, :createdAt)
            ON CONFLICT (repository_id, input_digest) DO NOTHING
            """)
    void insertIfAbsent(PageContentRow content);

    @Query("""
            SELECT input_digest, repository_id, digest, summary, citations, citation_count, citations_removed,
                secrets_masked, citations_checked, identifiers_resolved, identifiers_unknown, statements_supported, statements_unsupported,
                statements_undecided, paragraphs_uncited, findings_repaired, statements_cut, provider, model, tokens_in, tokens_out, cost_micros, created_at
            FROM page_content
            WHERE repository_id = :repositoryId AND input_digest = :inputDigest
            """)
    Optional<PageContentRow> find(UUID repositoryId, String inputDigest);
}
