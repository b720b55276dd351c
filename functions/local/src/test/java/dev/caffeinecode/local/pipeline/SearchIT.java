package dev.caffeinecode.local.pipeline;

import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.search.EmbeddingProgress;
import dev.caffeinecode.search.EmbeddingQueue;
import dev.caffeinecode.testing.GitFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** From a repository to what can be searched of it, with the model of the local process. */
class SearchIT {
    private static final Installation INSTALLATION =
            Installation.create(Map.of("caffeine.embeddings.provider", "local"));

    @TempDir
    private Path directory;

    @AfterAll
    static void close() {
        INSTALLATION.close();
    }

    private static List<String> query(String sql, String repository) {
        return INSTALLATION.environment().query(sql.formatted(repository));
    }

    private static EmbeddingProgress progress(String repository) {
        return INSTALLATION
                .bean(EmbeddingQueue.class)
                .progress(new RepositoryId(UUID.fromString(repository)))
                .orElseThrow();
    }

    private static void assertNothingIsLeft() {
        assertThat(INSTALLATION.environment().query("SELECT type FROM step")).isEmpty();
        assertThat(INSTALLATION.environment().query("SELECT id FROM embedding_batch"))
                .isEmpty();
        assertThat(INSTALLATION.environment().drainDeadLetters("index")).isEmpty();
    }

    @Test
    void everyChunkIsEmbeddedWhateverTheQueueDoes() {
        Shop.create(directory.resolve("shop"));
        String repository = INSTALLATION
                .post("/api/repos", Map.of("url", directory.resolve("shop").toString()))
                .text("id");
        INSTALLATION.work(Installation.unruly(3, 7));

        EmbeddingProgress progress = progress(repository);
        assertThat(progress.complete()).isTrue();
        assertThat(progress.chunks()).isGreaterThan(3);
        assertThat(query("SELECT path FROM chunk_place WHERE repository_id = '%s'", repository))
                .contains("shop/cart.py", "README.md", "web/app.ts");
        assertThat(query("SELECT DISTINCT dimension FROM embedding WHERE repository_id = '%s'", repository))
                .containsExactly("384");
        assertNothingIsLeft();
    }

    @Test
    void nextCommitEmbedsWhatChangedAndSecretsStayOut() {
        GitFixture git = Shop.create(directory.resolve("shop"));
        String repository = INSTALLATION.document(directory.resolve("shop").toString());
        long before = progress(repository).tokens();
        String key = "AKIA" + "IOSFODNN7EXAMPLQ";
        git.file("shop/aws.py", "KEY_ID = \"" + key + "\"\n").commit("Use the cloud");

        INSTALLATION.post("/api/repos/" + repository + "/sync", Map.of());
        INSTALLATION.work();

        EmbeddingProgress progress = progress(repository);
        assertThat(progress.complete()).isTrue();
        assertThat(progress.tokens()).isPositive().isLessThan(before / 2);
        assertThat(query("SELECT text FROM chunk WHERE repository_id = '%s'", repository))
                .anyMatch(text -> text.contains("KEY_ID"))
                .noneMatch(text -> text.contains(key));
        assertNothingIsLeft();
    }

    @Test
    void deletedRepositoryIsNotEmbedded() {
        Shop.create(directory.resolve("shop"));
        String repository = INSTALLATION
                .post("/api/repos", Map.of("url", directory.resolve("shop").toString()))
                .text("id");
        while (query("SELECT id FROM embedding_batch WHERE repository_id = '%s'", repository)
                .isEmpty()) {
            INSTALLATION.step(bodies -> bodies);
        }
        INSTALLATION.call("DELETE", "/api/repos/" + repository, null, Installation.userToken());

        INSTALLATION.work();

        assertThat(query("SELECT digest FROM embedding WHERE repository_id = '%s'", repository))
                .isEmpty();
        assertNothingIsLeft();
    }
}
