package dev.caffeinecode.clone;

import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.repository.Repository;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.RepositoryState;
import dev.caffeinecode.repository.Revision;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.SnapshotKeys;
import dev.caffeinecode.repository.Snapshots;
import dev.caffeinecode.repository.archive.ArchiveEntry;
import dev.caffeinecode.repository.archive.SourceArchive;
import dev.caffeinecode.testing.GitAnswer;
import dev.caffeinecode.testing.GitFixture;
import dev.caffeinecode.testing.GitRequest;
import dev.caffeinecode.testing.GitServer;
import dev.caffeinecode.testing.TestEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class CloneHandlerIT {
    private static final String REFS = "/shop/info/refs";
    private static final String PACK = "/shop/git-upload-pack";

    @TempDir
    Path directory;

    private TestEnvironment environment;
    private GitFixture shop;
    private GitServer server;
    private CloneFunction function;
    private String head;

    @BeforeEach
    void start() {
        shop = GitFixture.create(directory.resolve("root/shop"));
        head = shop.file("src/Shop.java", "class Shop {}\n").commit("Open");
        server = GitServer.serve(directory.resolve("root"));
        environment = TestEnvironment.create();
        function = start(Duration.ofMinutes(1));
    }

    private CloneFunction start(Duration lease) {
        Map<String, Object> properties = environment.properties();
        properties.put("caffeine.clone-urls.http", true);
        properties.put(
                "caffeine.clone-urls.private-hosts",
                String.valueOf(URI.create(server.url("")).getAuthority()));
        properties.put("caffeine.clone.max-files", 100);
        properties.put(
                "caffeine.scratch.directory", directory.resolve("scratch").toString());
        properties.put("caffeine.steps.lease", lease.toMillis() + "ms");
        properties.put("caffeine.steps.max-attempts", 2);
        return CloneFunction.start(properties);
    }

    @AfterEach
    void stopAndLeaveNoFiles() {
        assertThat(directory.resolve("scratch")).isEmptyDirectory();
        function.close();
        environment.close();
        server.close();
    }

    private Repository add() {
        return function.add(server.url("shop"), null);
    }

    /** Delivers what is in the queue. */
    private List<String> deliverQueued() {
        return function.deliver(environment.drain("clone"));
    }

    private Snapshot snapshot(Repository repository) {
        return function.bean(Snapshots.class)
                .find(requireNonNull(function.get(repository).latest()))
                .orElseThrow();
    }

    private @Nullable ErrorCode failure(Repository repository) {
        Repository now = function.get(repository);
        return now.failure() == null ? null : now.failure().code();
    }

    private long fetches() {
        return server.requests().stream()
                .map(GitRequest::path)
                .filter(PACK::equals)
                .count();
    }

    @Test
    void repositoryIsClonedAndItsIndexStepQueued() {
        Repository repository = add();

        assertThat(deliverQueued()).isEmpty();

        assertThat(function.get(repository).state()).isEqualTo(RepositoryState.CLONED);
        Snapshot snapshot = snapshot(repository);
        assertThat(snapshot.commit().hex()).isEqualTo(head);
        assertThat(snapshot.revision()).isEqualTo("main");
        assertThat(snapshot.contents()).isEqualTo(new Snapshot.Contents(1, 14, 0));
        SourceArchive archive =
                SourceArchive.open(function.bean(ObjectStore.class), repository.id(), snapshot.commit());
        assertThat(archive.entries()).extracting(ArchiveEntry::path).containsExactly("src/Shop.java");
        assertThat(archive.read(archive.entries().getFirst()))
                .isEqualTo("class Shop {}\n".getBytes(StandardCharsets.UTF_8));
        assertThat(environment.drain("index"))
                .containsExactly("{\"version\":1,\"type\":\"index\",\"id\":\"" + snapshot.id() + "\"}");
    }

    @Test
    void revisionIsClonedThatWasAskedFor() {
        shop.tag("v1");
        shop.file("README.md", "# Shop\n").commit("Explain");
        Repository repository = function.add(server.url("shop"), new Revision("v1"));

        deliverQueued();

        assertThat(snapshot(repository).commit().hex()).isEqualTo(head);
        assertThat(snapshot(repository).revision()).isEqualTo("v1");
    }

    @Test
    void messageThatComesTwiceIsDoneOnce() {
        Repository repository = add();
        String message = CloneFunction.cloneMessage(repository);

        assertThat(function.deliver(List.of(message, message))).isEmpty();
        long fetches = fetches();
        List<String> keys = environment.objectKeys();
        assertThat(function.deliver(List.of(message))).isEmpty();

        assertThat(fetches()).isEqualTo(fetches);
        assertThat(environment.objectKeys()).isEqualTo(keys);
        assertThat(environment.query("SELECT id FROM snapshot")).hasSize(1);
        assertThat(environment.drain("index")).hasSize(1);
    }

    @Test
    void commitThatIsStoredAlreadyIsNotFetchedAgain() {
        Repository repository = add();
        deliverQueued();
        long fetches = fetches();
        function.sync(repository);

        deliverQueued();

        assertThat(function.get(repository).state()).isEqualTo(RepositoryState.CLONED);
        assertThat(fetches()).isEqualTo(fetches + 1); // its refs are listed
        assertThat(environment.query("SELECT id FROM snapshot")).hasSize(1);
    }

    @Test
    void newCommitIsASnapshotOfItsOwn() {
        Repository repository = add();
        deliverQueued();
        String next = shop.file("README.md", "# Shop\n").commit("Explain");
        function.sync(repository);

        deliverQueued();

        assertThat(snapshot(repository).commit().hex()).isEqualTo(next);
        assertThat(environment.query("SELECT commit_id FROM snapshot")).containsExactlyInAnyOrder(head, next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{}",
                "[]",
                "null",
                "{\"version\":2,\"type\":\"clone\",\"id\":\"00000000-0000-0000-0000-000000000000\"}",
                "{\"version\":1,\"type\":\"other\",\"id\":\"00000000-0000-0000-0000-000000000000\"}",
                "{\"version\":1,\"type\":\"clone\",\"id\":\"not a uuid\"}"
            })
    void messageThatNobodyCanTakeIsParkedAndTheOthersAreTaken(String body) {
        Repository repository = add();

        assertThat(function.deliver(List.of(body, CloneFunction.cloneMessage(repository))))
                .isEmpty();

        assertThat(environment.drainDeadLetters("clone")).containsExactly(body);
        assertThat(function.get(repository).state()).isEqualTo(RepositoryState.CLONED);
    }

    @Test
    void messageOfARepositoryThatIsNotThereIsDone() {
        String message = "{\"version\":1,\"type\":\"clone\",\"id\":\"" + UUID.randomUUID() + "\"}";

        assertThat(function.deliver(List.of(message))).isEmpty();

        assertThat(environment.drainDeadLetters("clone")).isEmpty();
    }

    @Test
    void purgeDeletesTheFilesOfItsRepositoryOnly() {
        Repository kept = add();
        GitFixture.create(directory.resolve("root/other")).file("a", "a").commit("Open");
        Repository deleted = function.add(server.url("other"), null);
        deliverQueued();
        function.delete(deleted);

        assertThat(deliverQueued()).isEmpty();
        assertThat(function.deliver(List.of("{\"version\":1,\"type\":\"purge\",\"id\":\"" + deleted.id() + "\"}")))
                .isEmpty();

        assertThat(environment.objectKeys())
                .isNotEmpty()
                .allMatch(key -> key.startsWith(SnapshotKeys.repository(kept.id())));
    }

    @Nested
    class WhenTheServerStumbles {
        @Test
        void itIsAskedAgainAtOnce() {
            server.respond(REFS, new GitAnswer.FailFirst(3, 503));
            Repository repository = add();

            assertThat(deliverQueued()).isEmpty();

            assertThat(function.get(repository).state()).isEqualTo(RepositoryState.CLONED);
        }

        @Test
        void messageIsDeliveredAgainAndTheStepEndsWhenThatDoesNotHelp() {
            server.respond(REFS, new GitAnswer.Fixed(503, "text/plain", ""));
            Repository repository = add();
            List<String> messages = environment.drain("clone");

            assertThat(function.deliver(messages)).isEqualTo(messages);
            assertThat(function.get(repository).state()).isEqualTo(RepositoryState.CLONING);
            function.deliver(messages);

            assertThat(function.get(repository).state()).isEqualTo(RepositoryState.FAILED);
            assertThat(failure(repository)).isEqualTo(ErrorCode.GIT_SERVER_UNAVAILABLE);
            assertThat(function.deliver(messages)).isEmpty();
        }
    }

    @Nested
    class WhenTheRepositoryCannotBeCloned {
        @ParameterizedTest
        @CsvSource({
            "401, AUTH_REQUIRED",
            "404, NOT_FOUND",
            "200, NOT_A_GIT_REPOSITORY",
        })
        void answerOfTheServerEndsIt(int status, ErrorCode code) {
            server.respond(REFS, new GitAnswer.Fixed(status, "text/html", "internal-password"));

            assertFails(add(), code);

            assertThat(environment.query("SELECT error_detail FROM repository"))
                    .noneMatch(detail -> detail.contains("internal-password"));
        }

        @Test
        void repositoryOverALimitEndsIt() {
            for (int i = 0; i < 101; i++) {
                shop.file("f" + i, "same");
            }
            shop.commit("Add many files");

            assertFails(add(), ErrorCode.TOO_MANY_FILES);
        }

        @Test
        void repositoryWithoutCommitsEndsIt() {
            GitFixture.create(directory.resolve("root/empty"));

            assertFails(function.add(server.url("empty"), null), ErrorCode.EMPTY_REPOSITORY);
        }

        @Test
        void unknownRevisionEndsIt() {
            assertFails(function.add(server.url("shop"), new Revision("nowhere")), ErrorCode.REVISION_NOT_FOUND);
        }

        @Test
        void urlThatIsNotAllowedAnyMoreEndsItUnasked() {
            Repository repository = add();
            environment.execute("UPDATE repository SET url = 'https://127.0.0.1/shop'");

            assertFails(repository, ErrorCode.HOST_NOT_PUBLIC);

            assertThat(server.requests()).isEmpty();
        }

        private void assertFails(Repository repository, ErrorCode code) {
            assertThat(deliverQueued()).isEmpty();

            assertThat(function.get(repository).state()).isEqualTo(RepositoryState.FAILED);
            assertThat(failure(repository)).isEqualTo(code);
            assertThat(environment.query("SELECT id FROM step")).isEmpty();
            assertThat(environment.drainDeadLetters("clone")).isEmpty();
        }
    }

    @Nested
    class WhenSomethingHappensMeanwhile {
        /** Starts a clone whose pack comes slowly, and waits until it is asked for. */
        private Future<List<String>> cloneSlowly(ExecutorService executor, Repository repository, Duration pause)
                throws InterruptedException {
            server.respond(PACK, new GitAnswer.Drip(pause));
            Future<List<String>> clone =
                    executor.submit(() -> function.deliver(List.of(CloneFunction.cloneMessage(repository))));
            while (fetches() == 0) {
                Thread.sleep(5);
            }
            return clone;
        }

        @Test
        void cloneOfADeletedRepositoryEndsWithoutItsPack() throws Exception {
            function.close();
            function = start(Duration.ofMillis(300));
            Repository repository = add();
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<List<String>> clone = cloneSlowly(executor, repository, Duration.ofMinutes(1));

                function.delete(repository);

                assertThat(clone.get()).isEmpty();
            }
            assertThat(environment.objectKeys()).isEmpty();
        }

        @Test
        void filesThatWereWrittenAfterTheDeletionAreDeletedByWhoWroteThem() throws Exception {
            Repository repository = add();
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<List<String>> clone = cloneSlowly(executor, repository, Duration.ofMillis(1));

                function.delete(repository); // noticed only when the clone is done: the claim lasts a minute
                deliverPurge(repository.id());

                assertThat(clone.get()).isEmpty();
            }
            assertThat(environment.objectKeys()).isEmpty();
            assertThat(environment.query("SELECT id FROM snapshot")).isEmpty();
            assertThat(environment.drain("index")).isEmpty();
        }

        private void deliverPurge(RepositoryId id) {
            function.deliver(List.of("{\"version\":1,\"type\":\"purge\",\"id\":\"" + id + "\"}"));
        }

        @Test
        void workerThatWasReplacedWritesNoResultAndDeletesNothing() throws Exception {
            Repository repository = add();
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<List<String>> clone = cloneSlowly(executor, repository, Duration.ofMillis(1));

                environment.execute("UPDATE step SET fence = fence + 1");

                assertThat(clone.get()).isEmpty();
            }
            assertThat(function.get(repository).state()).isEqualTo(RepositoryState.CLONING);
            assertThat(environment.query("SELECT id FROM snapshot")).isEmpty();
            assertThat(environment.objectKeys()).hasSize(2);
        }

        @Test
        void messageThatComesTwiceAtOnceIsTakenByOneWorker() throws Exception {
            Repository repository = add();
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<List<String>> clone = cloneSlowly(executor, repository, Duration.ofMillis(1));

                assertThat(function.deliver(List.of(CloneFunction.cloneMessage(repository))))
                        .isEmpty();

                assertThat(clone.get()).isEmpty();
            }
            assertThat(function.get(repository).state()).isEqualTo(RepositoryState.CLONED);
            assertThat(environment.drain("index")).hasSize(1);
        }
    }
}
