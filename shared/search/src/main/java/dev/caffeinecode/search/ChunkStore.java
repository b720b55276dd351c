package dev.caffeinecode.search;

import dev.caffeinecode.code.SymbolId;
import dev.caffeinecode.code.chunks.Chunk;
import dev.caffeinecode.code.chunks.Chunks;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Tables {@code chunk} and {@code chunk_place}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
abstract class ChunkStore implements GenericRepository<ChunkRow, String> {
    private static final int MAX_PATH_CHARACTERS = 4_000;

    private static final String INSERT_TEXTS = """
            INSERT INTO chunk (repository_id, digest, text)
            SELECT r.id, decode(n.digest, 'hex'), n.text
            FROM unnest(?, ?) AS n (digest, text), (SELECT CAST(? AS uuid) AS id) AS r
            ON CONFLICT (repository_id, digest) DO NOTHING
            """;

    private static final String INSERT_PLACES = """
            INSERT INTO chunk_place (repository_id, number, digest, path, first_line, last_line, symbol)
            SELECT r.id, n.number, decode(n.digest, 'hex'), n.path, n.first_line, n.last_line, n.symbol
            FROM unnest(?, ?, ?, ?, ?, ?) AS n (number, digest, path, first_line, last_line, symbol),
                (SELECT CAST(? AS uuid) AS id) AS r
            """;

    private final Bulk bulk;

    ChunkStore(Bulk bulk) {
        this.bulk = bulk;
    }

    /** @param first number of the first of them */
    void insert(UUID repository, int first, List<Chunk> chunks) {
        Map<String, Chunk> byDigest = new LinkedHashMap<>();
        chunks.forEach(chunk -> byDigest.putIfAbsent(chunk.digest(), chunk));
        List<Chunk> distinct = List.copyOf(byDigest.values());
        bulk.update(
                INSERT_TEXTS,
                List.of(
                        digests(distinct),
                        column("text", distinct, chunk -> StoredText.of(chunk.text(), Chunks.MAX_CHARACTERS))),
                repository);
        bulk.update(
                INSERT_PLACES,
                List.of(
                        new Bulk.Column(
                                "int4",
                                IntStream.range(first, first + chunks.size())
                                        .boxed()
                                        .toList()),
                        digests(chunks),
                        column("text", chunks, chunk -> StoredText.of(chunk.path(), MAX_PATH_CHARACTERS)),
                        column("int4", chunks, chunk -> chunk.lines().first()),
                        column("int4", chunks, chunk -> chunk.lines().last()),
                        new Bulk.Column("int4", symbols(chunks))),
                repository);
    }

    private static Bulk.Column digests(List<Chunk> chunks) {
        return column("text", chunks, Chunk::digest);
    }

    private static Bulk.Column column(String type, List<Chunk> chunks, Function<Chunk, Object> of) {
        return new Bulk.Column(type, chunks.stream().map(of).toList());
    }

    private static List<@Nullable Integer> symbols(List<Chunk> chunks) {
        List<@Nullable Integer> ordinals = new ArrayList<>(chunks.size());
        for (Chunk chunk : chunks) {
            SymbolId symbol = chunk.symbol();
            ordinals.add(symbol == null ? null : symbol.ordinal());
        }
        return ordinals;
    }

    @Query("""
            DELETE FROM chunk_place
            WHERE repository_id = :repositoryId
            """)
    abstract void deletePlaces(UUID repositoryId);

    @Query("""
            SELECT count(*)
            FROM chunk
            WHERE repository_id = :repositoryId
            """)
    abstract int count(UUID repositoryId);

    /** Deletes the texts that stand nowhere any more. */
    @Query("""
            DELETE FROM chunk
            WHERE repository_id = :repositoryId
                AND NOT EXISTS (
                    SELECT 1
                    FROM chunk_place
                    WHERE chunk_place.repository_id = chunk.repository_id AND chunk_place.digest = chunk.digest)
            """)
    abstract void deleteUnused(UUID repositoryId);
}
