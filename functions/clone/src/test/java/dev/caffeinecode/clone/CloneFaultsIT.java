package dev.caffeinecode.clone;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.repository.Repository;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.RepositoryState;
import dev.caffeinecode.repository.Revision;
import dev.caffeinecode.testing.CapturedLog;
import dev.caffeinecode.testing.GitAnswer;
import dev.caffeinecode.testing.GitFixture;
import dev.caffeinecode.testing.Patience;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

class CloneFaultsIT extends CloneTestBase {
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
            server.respond(REFS, new GitAnswer.Fixed(503, "text/plain", "internal-password"));
            Repository repository = add();
            List<String> messages = environment.drain("clone");

            try (CapturedLog log = CapturedLog.start()) {
                assertThat(function.deliver(messages)).isEqualTo(messages);
                assertThat(function.get(repository).state()).isEqualTo(RepositoryState.CLONING);
                function.deliver(messages);

                assertThat(log.lines())
                        .anyMatch(line -> line.contains("refused: GIT_SERVER_UNAVAILABLE"))
                        .noneMatch(line -> line.contains("internal-password"));
            }

            assertThat(function.get(repository).state()).isEqualTo(RepositoryState.FAILED);
            assertThat(failure(repository)).isEqualTo(ErrorCode.GIT_SERVER_UNAVAILABLE);
            assertThat(function.deliver(messages)).isEmpty();
        }
    }

    @Nested
    class WhenTheRepositoryCannotBeCloned {
        @ParameterizedTest
        @CsvSource({
            "401, text/html, AUTH_REQUIRED",
            "404, text/html, NOT_FOUND",
            "200, text/html, NOT_A_GIT_REPOSITORY",
            "200, application/x-git-upload-pack-advertisement, NOT_A_GIT_REPOSITORY"
        })
        void answerOfTheServerEndsItAndIsNotRepeated(int status, String contentType, ErrorCode code) {
            server.respond(REFS, new GitAnswer.Fixed(status, contentType, "internal-password"));
            try (CapturedLog log = CapturedLog.start()) {
                assertFails(add(), code);

                assertThat(log.lines()).noneMatch(line -> line.contains("internal-password"));
            }
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
                throws Exception {
            server.respond(PACK, new GitAnswer.Drip(pause));
            Future<List<String>> clone =
                    executor.submit(() -> function.deliver(List.of(CloneFunction.cloneMessage(repository))));
            Patience.await(() -> fetches(), count -> count > 0);
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
