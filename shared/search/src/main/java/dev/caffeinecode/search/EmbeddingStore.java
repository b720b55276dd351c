package dev.caffeinecode.search;

import dev.caffeinecode.ai.EmbeddingModelId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Table {@code embedding}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
abstract class EmbeddingStore implements GenericRepository<EmbeddingRow, String> {
    /** Only for chunks that are still there; what was embedded meanwhile stays. */
    private static final String INSERT = """
            INSERT INTO embedding (repository_id, digest, model, dimension, vector)
            SELECT chunk.repository_id, chunk.digest, n.model, n.dimension, CAST(n.vector AS halfvec)
            FROM chunk
            JOIN unnest(?, ?, ?, ?) AS n (digest, model, dimension, vector) ON chunk.digest = decode(n.digest, 'hex')
            WHERE chunk.repository_id = ?
            FOR KEY SHARE OF chunk
            ON CONFLICT (repository_id, digest, model) DO NOTHING
            """;

    /** Goes on with a condition on a row of {@code chunk}. */
    private static final String NOT_EMBEDDED = """
            AND NOT EXISTS (
                SELECT 1
                FROM embedding
                WHERE embedding.repository_id = chunk.repository_id AND embedding.digest = chunk.digest
                    AND embedding.model = :model)
            """;

    private final Bulk bulk;

    EmbeddingStore(Bulk bulk) {
        this.bulk = bulk;
    }

    /** @return how many were not there */
    int insert(UUID repository, EmbeddingModelId model, List<String> digests, List<float[]> vectors) {
        return bulk.update(
                INSERT,
                List.of(
                        new Bulk.Column("text", digests),
                        new Bulk.Column("text", Collections.nCopies(digests.size(), model.name())),
                        new Bulk.Column("int2", Collections.nCopies(digests.size(), model.dimension())),
                        new Bulk.Column(
                                "text", vectors.stream().map(Arrays::toString).toList())),
                repository);
    }

    /** Digests of the repository's chunks that the model has not embedded, in their order. */
    @Query("""
            SELECT encode(digest, 'hex')
            FROM chunk
            WHERE repository_id = :repositoryId
            """ + NOT_EMBEDDED + "ORDER BY digest")
    abstract List<String> missing(UUID repositoryId, String model);

    /** Repositories with chunks that the model has not embedded. */
    @Query("""
            SELECT repository_id
            FROM searchable
            WHERE EXISTS (
                SELECT 1
                FROM chunk
                WHERE chunk.repository_id = searchable.repository_id
            """ + NOT_EMBEDDED + ")")
    abstract List<UUID> incomplete(String model);

    /** Those of some digests that are still there and not embedded. */
    @Query("""
            SELECT encode(digest, 'hex') AS digest, text
            FROM chunk
            WHERE repository_id = :repositoryId
                AND digest IN (SELECT decode(n, 'hex') FROM unnest(string_to_array(:digests, ',')) AS n)
            """ + NOT_EMBEDDED + "ORDER BY digest")
    abstract List<ChunkRow> missingOf(UUID repositoryId, String model, String digests);

    @Query("""
            SELECT count(*)
            FROM embedding
            WHERE repository_id = :repositoryId AND model = :model
            """)
    abstract int count(UUID repositoryId, String model);

    /** Deletes those of texts that are gone. */
    @Query("""
            DELETE FROM embedding
            WHERE repository_id = :repositoryId
                AND NOT EXISTS (
                    SELECT 1
                    FROM chunk
                    WHERE chunk.repository_id = embedding.repository_id AND chunk.digest = embedding.digest)
            """)
    abstract void deleteUnused(UUID repositoryId);
}
