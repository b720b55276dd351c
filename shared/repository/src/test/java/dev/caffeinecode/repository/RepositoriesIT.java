package dev.caffeinecode.repository;

import dev.caffeinecode.identity.AccountId;
import dev.caffeinecode.identity.Accounts;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.step.StepRunner;
import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.context.ApplicationContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RepositoriesIT {
    private static final TestEnvironment ENVIRONMENT = TestEnvironment.create();
    private static final ApplicationContext CONTEXT = ApplicationContext.run(ENVIRONMENT.properties());
    private static final String URL = "https://example.com/acme/shop";
    private static final CommitId COMMIT = new CommitId("a".repeat(40));

    private final Repositories repositories = CONTEXT.getBean(Repositories.class);
    private final Snapshots snapshots = CONTEXT.getBean(Snapshots.class);
    private final Claims claims = new Claims(CONTEXT.getBean(StepRunner.class));
    private final AccountId ada = CONTEXT.getBean(Accounts.class).of("test", "ada");
    private final AccountId bob = CONTEXT.getBean(Accounts.class).of("test", "bob");

    @AfterAll
    static void close() {
        CONTEXT.close();
        ENVIRONMENT.close();
    }

    @BeforeEach
    void forgetAll() {
        ENVIRONMENT.execute("DELETE FROM repository");
        ENVIRONMENT.execute("DELETE FROM step");
        ENVIRONMENT.drain("clone");
        ENVIRONMENT.drain("index");
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call)
                .extracting(ProblemException::code)
                .isEqualTo(code);
    }

    private static String message(String type, Repository repository) {
        return "{\"version\":1,\"type\":\"" + type + "\",\"id\":\"" + repository.id() + "\"}";
    }

    /** As the clone function does. */
    private void clone(Repository repository) {
        claims.take(Repositories.CLONE, repository.id().value(), claim -> {
            snapshots.startCloning(claim);
            snapshots.finishCloning(
                    claim, new Snapshots.Cloned(COMMIT, "main", Instant.EPOCH, new Snapshot.Contents(3, 400, 0)));
        });
    }

    private static List<String> steps() {
        return ENVIRONMENT.query("SELECT type || ' ' || id FROM step ORDER BY type");
    }

    @Test
    void addedRepositoryWaitsForItsClone() {
        Repository added = repositories.add(ada, URL, new Revision("main"));

        assertThat(added.state()).isEqualTo(RepositoryState.PENDING);
        assertThat(added.name()).isEqualTo("shop");
        assertThat(added.revision()).isEqualTo(new Revision("main"));
        assertThat(repositories.get(ada, added.id())).isEqualTo(added);
        assertThat(ENVIRONMENT.drain("clone")).containsExactly(message("clone", added));
        assertThat(steps()).containsExactly("clone " + added.id());
    }

    @Test
    void everySpellingOfAUrlIsTheSameRepository() {
        Repository added = repositories.add(ada, URL, null);

        assertThat(Stream.of(
                        URL + ".git", URL + "/", "https://EXAMPLE.com/acme/shop", "https://example.com:443/acme/shop"))
                .allSatisfy(spelling ->
                        assertThat(repositories.add(ada, spelling, null).id()).isEqualTo(added.id()));
        assertThat(ENVIRONMENT.drain("clone")).hasSize(1);
    }

    @Test
    void repositoryThatIsAddedManyTimesAtOnceIsClonedOnce() throws Exception {
        List<Future<Repository>> added = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                added.add(executor.submit(() -> repositories.add(ada, URL, null)));
            }
        }

        RepositoryId id = added.getFirst().get().id();
        for (Future<Repository> each : added) {
            assertThat(each.get().id()).isEqualTo(id);
        }
        assertThat(ENVIRONMENT.drain("clone")).hasSize(1);
    }

    @Test
    void refusedUrlLeavesNothingBehind() {
        assertRefused(ErrorCode.HOST_NOT_PUBLIC, () -> repositories.add(ada, "https://127.0.0.1/x", null));

        assertThat(repositories.list(ada, null, 10)).isEmpty();
        assertThat(ENVIRONMENT.drain("clone")).isEmpty();
    }

    @Test
    void ownersSeeNothingOfEachOther() {
        Repository adas = repositories.add(ada, URL, null);
        Repository bobs = repositories.add(bob, URL, null);

        assertThat(bobs.id()).isNotEqualTo(adas.id());
        assertThat(repositories.list(bob, null, 10)).containsExactly(bobs);
        assertRefused(ErrorCode.NO_SUCH_REPOSITORY, () -> repositories.get(bob, adas.id()));
        assertRefused(ErrorCode.NO_SUCH_REPOSITORY, () -> repositories.sync(bob, adas.id(), null));
        assertRefused(ErrorCode.NO_SUCH_REPOSITORY, () -> repositories.delete(bob, adas.id()));
        assertThat(repositories.get(ada, adas.id())).isEqualTo(adas);
    }

    @Test
    void listIsNewestFirstAndGoesOnAfterTheLast() {
        List<Repository> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            added.addFirst(repositories.add(ada, URL + i, null));
        }

        List<Repository> page = repositories.list(ada, null, 2);

        assertThat(page).isEqualTo(added.subList(0, 2));
        assertThat(repositories.list(ada, page.getLast(), 10)).isEqualTo(added.subList(2, 5));
    }

    @Test
    void clonedRepositoryIsSyncedWithTheRevisionAskedFor() {
        Repository added = repositories.add(ada, URL, null);
        clone(added);
        ENVIRONMENT.drain("clone");

        Repository synced = repositories.sync(ada, added.id(), new Revision("next"));

        assertThat(synced.state()).isEqualTo(RepositoryState.PENDING);
        assertThat(synced.revision()).isEqualTo(new Revision("next"));
        assertThat(synced.latest()).isNotNull();
        assertThat(ENVIRONMENT.drain("clone")).containsExactly(message("clone", added));
    }

    @Test
    void syncWhileTheSameIsBeingClonedChangesNothing() {
        Repository added = repositories.add(ada, URL, new Revision("main"));
        ENVIRONMENT.drain("clone");

        assertThat(repositories.sync(ada, added.id(), new Revision("main"))).isEqualTo(added);
        assertRefused(ErrorCode.REPOSITORY_BUSY, () -> repositories.sync(ada, added.id(), new Revision("next")));
        assertRefused(ErrorCode.REPOSITORY_BUSY, () -> repositories.sync(ada, added.id(), null));
        assertThat(ENVIRONMENT.drain("clone")).isEmpty();
    }

    @Test
    void deletedRepositoryIsGoneWithAllThatIsItsOwn() {
        Repository added = repositories.add(ada, URL, null);
        clone(added);
        ENVIRONMENT.drain("clone");

        repositories.delete(ada, added.id());

        assertRefused(ErrorCode.NO_SUCH_REPOSITORY, () -> repositories.get(ada, added.id()));
        assertRefused(ErrorCode.NO_SUCH_REPOSITORY, () -> repositories.delete(ada, added.id()));
        assertThat(ENVIRONMENT.query("SELECT id FROM snapshot")).isEmpty();
        assertThat(steps()).isEmpty();
        // The second, for what a worker writes meanwhile, comes a quarter of an hour later.
        assertThat(ENVIRONMENT.drain("clone")).containsExactly(message("purge", added));
    }

    @Test
    void deletedRepositoryIsAddedAnew() {
        Repository added = repositories.add(ada, URL, null);
        repositories.delete(ada, added.id());

        assertThat(repositories.add(ada, URL, null).id()).isNotEqualTo(added.id());
    }

    @Test
    void repositoryThatNobodyHasIsUnknown() {
        assertRefused(ErrorCode.NO_SUCH_REPOSITORY, () -> repositories.get(ada, new RepositoryId(UUID.randomUUID())));
    }
}
