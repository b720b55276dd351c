package dev.caffeinecode.search;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.Snapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class EmbeddingQueueIT {
    private static final CountingModel MODEL = new CountingModel();
    private static final SearchDatabase DATABASE =
            new SearchDatabase(Map.of("caffeine.embeddings.provider", "local"), MODEL);

    private final EmbeddingQueue queue = DATABASE.bean(EmbeddingQueue.class);
    private final RepositoryId repository = DATABASE.repository();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void reset() {
        MODEL.reset();
        DATABASE.environment().execute("DELETE FROM step");
        DATABASE.environment().drain("index");
    }

    private static Map<String, String> files(int count) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            files.put("f" + i + ".py", "def f" + i + "():\n    return " + i + "\n");
        }
        return files;
    }

    private static List<UUID> queued() {
        return DATABASE.environment().drain("index").stream()
                .filter(body -> body.contains("\"type\":\"embed\""))
                .map(body -> UUID.fromString(body.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1")))
                .toList();
    }

    private int embed(UUID batch) {
        return DATABASE.take(EmbeddingQueue.EMBED, batch, queue::embed);
    }

    private void embedAll() {
        queued().forEach(this::embed);
    }

    private EmbeddingProgress progress() {
        return queue.progress(repository).orElseThrow();
    }

    @Test
    void chunksOfALargeRepositoryAreEmbeddedInBatches() {
        assertThat(queue.progress(repository)).isEmpty();

        DATABASE.write(DATABASE.snapshot(repository), files(600));

        List<UUID> batches = queued();
        assertThat(batches).hasSize(3);
        assertThat(progress()).isEqualTo(new EmbeddingProgress("local/counting", 600, 0, 3, 0, null, 0, 0));
        assertThat(batches.reversed().stream().mapToInt(this::embed).sum()).isEqualTo(600);
        assertThat(progress()).isEqualTo(new EmbeddingProgress("local/counting", 600, 600, 0, 0, null, 6_000, 0));
        assertThat(progress().complete()).isTrue();
        assertThat(MODEL.asked()).hasSize(600).doesNotHaveDuplicates();
    }

    @Test
    void nextSnapshotEmbedsOnlyWhatChanged() {
        Map<String, String> files = files(20);
        DATABASE.write(DATABASE.snapshot(repository), files);
        embedAll();
        MODEL.reset();
        files.put("f3.py", "def changed():\n    return 3\n");
        files.remove("f4.py");
        files.put("new.py", "def added():\n    return 3\n");

        DATABASE.write(DATABASE.snapshot(repository), files);
        embedAll();

        assertThat(MODEL.asked())
                .hasSize(2)
                .anyMatch(text -> text.contains("changed"))
                .anyMatch(text -> text.contains("added"));
        assertThat(progress().complete()).isTrue();
        assertThat(DATABASE.environment()
                        .query("SELECT count(*) FROM embedding WHERE repository_id = '" + repository + "'"))
                .containsExactly("20");
    }

    @Test
    void sameCodeOfAnotherRepositoryIsNotTakenFromThere() {
        DATABASE.write(DATABASE.snapshot(repository), files(3));
        embedAll();
        MODEL.reset();

        DATABASE.write(DATABASE.snapshot(DATABASE.repository()), files(3));
        embedAll();

        assertThat(MODEL.asked()).hasSize(3);
    }

    @Test
    void workerThatDiesHalfwayIsReplacedAndOnlyTheRestIsEmbedded() {
        DATABASE.write(DATABASE.snapshot(repository), files(200));
        UUID batch = queued().getFirst();
        MODEL.before(() -> {
            if (!MODEL.asked().isEmpty()) {
                throw new IllegalStateException("killed");
            }
        });
        assertThatIllegalStateException().isThrownBy(() -> embed(batch));
        assertThat(progress().embedded()).isEqualTo(EmbeddingQueue.PART);
        MODEL.before(() -> {});

        embed(batch);

        assertThat(MODEL.asked()).hasSize(200).doesNotHaveDuplicates();
        assertThat(progress().complete()).isTrue();
        assertThat(progress().open()).isZero();
    }

    @Test
    void workerThatIsTakenForDeadStoresWhatItHasAndEndsNothing() {
        DATABASE.write(DATABASE.snapshot(repository), files(3));
        UUID batch = queued().getFirst();
        MODEL.before(() -> DATABASE.environment().execute("UPDATE step SET fence = nextval('step_fence')"));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> embed(batch))
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.CLAIM_LOST);

        assertThat(progress().embedded()).isEqualTo(3);
        assertThat(progress().open()).isEqualTo(1);
    }

    @Test
    void modelThatFailsLeavesTheSnapshotSearchableAndSaysWhy() {
        Snapshot snapshot = DATABASE.snapshot(repository);
        DATABASE.write(snapshot, files(3));
        ProblemException denied = new ProblemException(ErrorCode.MODEL_ACCESS_DENIED, "ask for access");
        MODEL.fail(denied);

        DATABASE.take(EmbeddingQueue.EMBED, queued().getFirst(), claim -> {
            queue.giveUp(claim, denied);
            return claim;
        });

        assertThat(progress().failed()).isEqualTo(1);
        assertThat(progress().failure())
                .extracting(failure -> failure.code() + " " + failure.detail())
                .isEqualTo("MODEL_ACCESS_DENIED ask for access");
        assertThat(DATABASE.bean(SearchIndex.class).symbols(repository, "f1", 5))
                .hasSize(1);

        MODEL.reset();
        DATABASE.write(snapshot, files(3));
        embedAll();

        assertThat(progress().complete()).isTrue();
        assertThat(progress().failure()).isNull();
    }

    @Test
    void syncWhileBatchesAreOpenQueuesNothingTwice() {
        Snapshot snapshot = DATABASE.snapshot(repository);
        DATABASE.write(snapshot, files(3));
        assertThat(queued()).hasSize(1);

        DATABASE.write(snapshot, files(3));

        assertThat(queued()).isEmpty();
    }

    @Test
    void batchesOfAnOlderSnapshotAreDropped() {
        DATABASE.write(DATABASE.snapshot(repository), files(3));
        UUID old = queued().getFirst();
        DATABASE.write(DATABASE.snapshot(repository), files(2));

        embedAll();

        assertThat(DATABASE.environment().query("SELECT id FROM step")).isEmpty();
        assertThat(DATABASE.environment().query("SELECT id FROM embedding_batch WHERE id = '" + old + "'"))
                .isEmpty();
        assertThat(MODEL.asked()).hasSize(2);
    }

    @Test
    void chunkThatVanishesWhileItIsEmbeddedIsNotStored() {
        DATABASE.write(DATABASE.snapshot(repository), files(3));
        MODEL.before(() -> DATABASE.environment().execute("DELETE FROM chunk WHERE text LIKE '%f1.py%'"));

        embedAll();

        assertThat(progress().embedded()).isEqualTo(2);
    }

    @Test
    void whatWasWrittenBeforeThereWasAModelIsEmbeddedByTheNextProcess() {
        DATABASE.write(DATABASE.snapshot(repository), files(3));
        DATABASE.environment().execute("DELETE FROM embedding_batch; DELETE FROM step");
        queued();

        queue.queueAllMissing();
        embedAll();
        queue.queueAllMissing();

        assertThat(progress().complete()).isTrue();
        assertThat(queued()).isEmpty();
    }

    @Test
    void batchOfADeletedRepositoryEnds() {
        DATABASE.write(DATABASE.snapshot(repository), files(3));
        UUID batch = queued().getFirst();
        DATABASE.environment().execute("DELETE FROM repository WHERE id = '" + repository + "'");

        assertThat(embed(batch)).isZero();

        assertThat(MODEL.asked()).isEmpty();
        assertThat(DATABASE.environment().query("SELECT id FROM step")).isEmpty();
    }
}
