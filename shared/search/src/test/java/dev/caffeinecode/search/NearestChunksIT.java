package dev.caffeinecode.search;

import dev.caffeinecode.ai.EmbeddingModelId;
import dev.caffeinecode.code.text.Sha256;
import dev.caffeinecode.platform.queue.Outbox;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.testing.Patience;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** Four thousand vectors of a hundred repositories, of which each search may see one. */
class NearestChunksIT {
    private static final SearchDatabase DATABASE = new SearchDatabase(Map.of());
    private static final EmbeddingModelId MODEL = new EmbeddingModelId("local/synthetic", 384);
    private static final EmbeddingModelId OTHER = new EmbeddingModelId("local/other", 384);
    private static final int REPOSITORIES = 100;
    private static final int CHUNKS = 40;
    private static final Meanings MEANINGS = new Meanings(384);
    private static final List<RepositoryId> ADDED = new ArrayList<>();

    private final NearestChunks nearest = DATABASE.bean(NearestChunks.class);

    /** Texts mean one of fewer things than a vector has numbers. */
    private static final class Meanings {
        private static final int LATENT = 24;

        private final Random random = new Random(42);
        private final float[][] directions;

        Meanings(int dimension) {
            directions = IntStream.range(0, LATENT)
                    .mapToObj(_ -> Vectors.random(random, dimension))
                    .toArray(float[][]::new);
        }

        float[] next() {
            float[] vector = new float[directions[0].length];
            for (float[] direction : directions) {
                float weight = (float) random.nextGaussian();
                for (int i = 0; i < vector.length; i++) {
                    vector[i] += weight * direction[i];
                }
            }
            return vector;
        }
    }

    @BeforeAll
    static void addRepositories() {
        String index = DATABASE.environment()
                .query("SELECT indexdef FROM pg_indexes WHERE indexname = 'embedding_384'")
                .getFirst();
        DATABASE.environment().execute("DROP INDEX embedding_384"); // making it afterwards is quicker
        ADDED.addAll(add(REPOSITORIES, CHUNKS));
        ADDED.forEach(repository -> embed(repository, MODEL, CHUNKS, MEANINGS));
        DATABASE.environment().execute(index);
        DATABASE.environment().execute("ANALYZE embedding");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /** Repositories with so many chunks, each at one place. */
    private static List<RepositoryId> add(int repositories, int chunks) {
        List<RepositoryId> added = IntStream.range(0, repositories)
                .mapToObj(_ -> new RepositoryId(UUID.randomUUID()))
                .toList();
        String ids = added.stream().map(id -> "('" + id + "'::uuid)").collect(Collectors.joining(", "));
        DATABASE.environment().execute("""
                CREATE TEMPORARY TABLE added AS SELECT id FROM (VALUES %1$s) AS v (id);
                INSERT INTO account (id, issuer, subject, created_at) SELECT id, 'test', id, now() FROM added;
                INSERT INTO repository (id, owner_id, url, canonical_key, name, state, created_at, updated_at)
                SELECT id, id, 'https://example.org/' || id, id, 'shop', 'cloned', now(), now() FROM added;
                INSERT INTO snapshot (id, repository_id, commit_id, revision, committed_at, state, files, bytes,
                    rejected_paths, created_at)
                SELECT id, id, 'c', 'main', now(), 'indexed', 1, 1, 0, now() FROM added;
                INSERT INTO searchable (repository_id, snapshot_id, version, symbols, chunks, written_at)
                SELECT id, id, 1, 0, %2$s, now() FROM added;
                INSERT INTO chunk (repository_id, digest, text)
                SELECT id, sha256(CAST(n AS text)::bytea), 'chunk ' || n FROM added, generate_series(1, %2$s) AS n;
                INSERT INTO chunk_place (repository_id, number, digest, path, first_line, last_line, symbol)
                SELECT id, n, sha256(CAST(n AS text)::bytea), 'f' || n || '.py', n, n + 1, NULL
                FROM added, generate_series(1, %2$s) AS n
                """.formatted(ids, chunks));
        return added;
    }

    private static RepositoryId add(EmbeddingModelId model, int chunks, Meanings meanings) {
        RepositoryId repository = add(1, chunks).getFirst();
        embed(repository, model, chunks, meanings);
        return repository;
    }

    private static void embed(RepositoryId repository, EmbeddingModelId model, int chunks, Meanings meanings) {
        List<String> digests = IntStream.rangeClosed(1, chunks)
                .mapToObj(n -> Sha256.hex(String.valueOf(n).getBytes(StandardCharsets.UTF_8)))
                .toList();
        List<float[]> vectors = digests.stream().map(_ -> meanings.next()).toList();
        DATABASE.bean(Outbox.class)
                .commit(_ -> DATABASE.bean(EmbeddingStore.class).insert(repository.value(), model, digests, vectors));
    }

    private List<String> exact(RepositoryId repository, float[] query) {
        return nearest.find(repository, MODEL, query, 10).stream()
                .map(FoundChunk::path)
                .toList();
    }

    /** As if the repository were large, with every other way to the answer made expensive. */
    private List<String> byIndex(RepositoryId repository, float[] query) {
        return DATABASE.bean(Outbox.class).commit(_ -> {
            for (String plan : List.of("enable_seqscan", "enable_bitmapscan", "enable_sort")) {
                DATABASE.bean(JdbcOperations.class)
                        .prepareStatement("SET LOCAL " + plan + " = off", PreparedStatement::execute);
            }
            return nearest.byIndex(repository.value(), MODEL, Arrays.toString(query), 10).stream()
                    .map(NearRow::path)
                    .toList();
        });
    }

    @Test
    void indexFindsNearlyAllThatLiesNearestInOneRepositoryOfAHundred() throws Exception {
        int found = 0;
        for (int i = 0; i < 30; i++) {
            RepositoryId repository = ADDED.get(i);
            float[] query = MEANINGS.next();
            List<String> exact = exact(repository, query);
            assertThat(exact).hasSize(10);
            List<String> indexed = byIndex(repository, query);
            found += (int) indexed.stream().filter(exact::contains).count();
        }

        assertThat(found / 300.0).isGreaterThanOrEqualTo(0.95);
        Patience.await(
                () -> DATABASE.environment()
                        .query("SELECT idx_scan >= 30 FROM pg_stat_user_indexes WHERE indexrelname = 'embedding_384'"),
                List.of("t")::equals);
    }

    @Test
    void nearestComesFirstWithItsPlaceAndText() {
        RepositoryId repository = ADDED.get(50);
        String vector = DATABASE.environment()
                .query("SELECT vector::text FROM embedding WHERE repository_id = '" + repository
                        + "' AND digest = sha256('7')")
                .getFirst();
        float[] query = new float[384];
        String[] numbers = vector.substring(1, vector.length() - 1).split(",", -1);
        for (int i = 0; i < query.length; i++) {
            query[i] = Float.parseFloat(numbers[i]);
        }

        List<FoundChunk> found = nearest.find(repository, MODEL, query, 3);

        assertThat(found).hasSize(3).isSortedAccordingTo((a, b) -> Double.compare(a.distance(), b.distance()));
        assertThat(found.getFirst().path()).isEqualTo("f7.py");
        assertThat(found.getFirst().text()).isEqualTo("chunk 7");
        assertThat(found.getFirst().lines()).hasToString("7-8");
        assertThat(found.getFirst().distance()).isCloseTo(0, within(1e-3));
    }

    @Test
    void vectorsOfAnotherModelAreNotLookedAt() {
        RepositoryId repository = add(OTHER, 20, MEANINGS);
        assertThat(exact(repository, MEANINGS.next())).isEmpty();
        assertThat(byIndex(repository, MEANINGS.next())).isEmpty();

        embed(repository, MODEL, 20, MEANINGS);

        assertThat(exact(repository, MEANINGS.next())).hasSize(10).doesNotHaveDuplicates();
        assertThat(byIndex(repository, MEANINGS.next())).hasSize(10).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {384, 1024})
    void largeRepositoryIsSearchedByTheIndexOfItsDimension(int dimension) {
        EmbeddingModelId model = new EmbeddingModelId("bedrock/large-" + dimension, dimension);
        RepositoryId repository = add(model, 30, new Meanings(dimension));
        DATABASE.environment()
                .execute("UPDATE searchable SET chunks = 20000 WHERE repository_id = '" + repository + "'");

        assertThat(nearest.find(repository, model, new Meanings(dimension).next(), 10))
                .hasSize(10);
    }

    @Test
    void vectorOfAnotherDimensionIsRefused() {
        RepositoryId repository = ADDED.getFirst();

        assertThatIllegalArgumentException().isThrownBy(() -> nearest.find(repository, MODEL, new float[1024], 10));
        assertThatIllegalArgumentException().isThrownBy(() -> nearest.find(repository, MODEL, MEANINGS.next(), 0));
        assertThat(nearest.find(DATABASE.repository(), MODEL, MEANINGS.next(), 10))
                .isEmpty();
    }
}
