package dev.caffeinecode.search;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;
import java.util.UUID;

/** Reads what lies near a vector, of one repository and one model. All are called in one transaction. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NearestStore extends GenericRepository<NearRow, Integer> {
    /** Follows what makes {@code near}, the nearest digests. */
    String PLACES = """
            SELECT place.number, place.path, place.first_line, place.last_line, place.symbol, chunk.text, near.distance
            FROM near
            JOIN chunk ON chunk.repository_id = :repositoryId AND chunk.digest = near.digest
            JOIN chunk_place place ON place.repository_id = :repositoryId AND place.digest = near.digest
            ORDER BY near.distance, place.number
            LIMIT :limit
            """;

    /**
     * Lets an index be read on until enough rows of the repository are found, and not only once; pgvector's README,
     * "Iterative Index Scans". Ends with the transaction.
     */
    @Query("""
            SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true)
                || set_config('hnsw.ef_search', '100', true)
                || set_config('hnsw.max_scan_tuples', '200000', true)
            """)
    String scanIteratively();

    /** Compares with every vector; no index fits the expression. */
    @Query("""
            WITH near AS MATERIALIZED (
                SELECT digest, vector <=> CAST(:query AS halfvec) AS distance
                FROM embedding
                WHERE repository_id = :repositoryId AND model = :model
                ORDER BY distance
                LIMIT :limit)
            """ + PLACES)
    List<NearRow> exact(UUID repositoryId, String model, String query, int limit);

    /** By index {@code embedding_384}. */
    @Query("""
            WITH near AS MATERIALIZED (
                SELECT digest, CAST(vector AS halfvec(384)) <=> CAST(:query AS halfvec(384)) AS distance
                FROM embedding
                WHERE repository_id = :repositoryId AND model = :model AND dimension = 384
                ORDER BY CAST(vector AS halfvec(384)) <=> CAST(:query AS halfvec(384))
                LIMIT :limit)
            """ + PLACES)
    List<NearRow> indexed384(UUID repositoryId, String model, String query, int limit);

    /** By index {@code embedding_1024}. */
    @Query("""
            WITH near AS MATERIALIZED (
                SELECT digest, CAST(vector AS halfvec(1024)) <=> CAST(:query AS halfvec(1024)) AS distance
                FROM embedding
                WHERE repository_id = :repositoryId AND model = :model AND dimension = 1024
                ORDER BY CAST(vector AS halfvec(1024)) <=> CAST(:query AS halfvec(1024))
                LIMIT :limit)
            """ + PLACES)
    List<NearRow> indexed1024(UUID repositoryId, String model, String query, int limit);
}
