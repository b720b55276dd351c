package dev.caffeinecode.repository;

import dev.caffeinecode.identity.AccountId;
import dev.caffeinecode.identity.Accounts;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.Failure;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.step.Claim;
import dev.caffeinecode.platform.step.StepRunner;
import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SnapshotsIT {
    private static final TestEnvironment ENVIRONMENT = TestEnvironment.create();
    private static final ApplicationContext CONTEXT = ApplicationContext.run(ENVIRONMENT.properties());
    private static final CommitId COMMIT = new CommitId("a".repeat(40));
    private static final Instant COMMITTED = Instant.parse("2026-01-02T12:00:00Z");
    private static final Snapshot.Contents CONTENTS = new Snapshot.Contents(3, 5_000_000_000L, 1);

    private final Repositories repositories = CONTEXT.getBean(Repositories.class);
    private final Snapshots snapshots = CONTEXT.getBean(Snapshots.class);
    private final Claims claims = new Claims(CONTEXT.getBean(StepRunner.class));
    private final AccountId ada = CONTEXT.getBean(Accounts.class).of("test", "ada");
    private final ProblemException empty =
            new ProblemException(ErrorCode.EMPTY_REPOSITORY, "push a commit and try again");
    private Repository repository;

    @AfterAll
    static void close() {
        CONTEXT.close();
        ENVIRONMENT.close();
    }

    @BeforeEach
    void addOneRepository() {
        ENVIRONMENT.execute("DELETE FROM repository");
        ENVIRONMENT.execute("DELETE FROM step");
        repository = repositories.add(ada, "https://example.com/acme/shop", null);
        ENVIRONMENT.drain("clone");
        ENVIRONMENT.drain("index");
    }

    private void clone(Consumer<Claim> work) {
        claims.take(Repositories.CLONE, repository.id().value(), claim -> {
            snapshots.startCloning(claim);
            work.accept(claim);
        });
    }

    private void cloneNewCommit() {
        clone(claim -> snapshots.finishCloning(claim, new Snapshots.Cloned(COMMIT, "main", COMMITTED, CONTENTS)));
    }

    private void index(Consumer<Claim> work) {
        claims.take(Snapshots.INDEX, snapshot().id().value(), claim -> {
            snapshots.startIndexing(claim);
            work.accept(claim);
        });
    }

    private Snapshot snapshot() {
        return snapshots.find(repository.id(), COMMIT).orElseThrow();
    }

    private Repository current() {
        return repositories.get(ada, repository.id());
    }

    private static List<String> steps() {
        return ENVIRONMENT.query("SELECT type FROM step");
    }

    private static void assertClaimLost(Runnable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call::run)
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.CLAIM_LOST);
    }

    @Test
    void newCommitIsStoredAndItsIndexStepQueued() {
        clone(claim -> {
            assertThat(current().state()).isEqualTo(RepositoryState.CLONING);
            snapshots.finishCloning(claim, new Snapshots.Cloned(COMMIT, "main", COMMITTED, CONTENTS));
        });

        Snapshot stored = snapshot();
        assertThat(current().state()).isEqualTo(RepositoryState.CLONED);
        assertThat(current().latest()).isEqualTo(stored.id());
        assertThat(stored.state()).isEqualTo(SnapshotState.STORED);
        assertThat(stored.revision()).isEqualTo("main");
        assertThat(stored.committedAt()).isEqualTo(COMMITTED);
        assertThat(stored.contents()).isEqualTo(CONTENTS);
        assertThat(stored.index()).isNull();
        assertThat(snapshots.find(stored.id())).contains(stored);
        assertThat(ENVIRONMENT.drain("index"))
                .containsExactly("{\"version\":1,\"type\":\"index\",\"id\":\"" + stored.id() + "\"}");
        assertThat(steps()).containsExactly("index");
    }

    @Test
    void knownCommitIsNotIndexedAgainButSearched() {
        cloneNewCommit();
        index(claim -> snapshots.finishIndexing(claim, new Snapshot.Index(7, 90, "Java")));
        ENVIRONMENT.drain("index");
        repositories.sync(ada, repository.id(), null);

        clone(claim -> snapshots.finishCloning(claim, snapshot()));

        assertThat(current().state()).isEqualTo(RepositoryState.CLONED);
        assertThat(snapshot().state()).isEqualTo(SnapshotState.INDEXED);
        assertThat(steps()).containsExactly("search");
        assertThat(ENVIRONMENT.drain("index")).isEmpty();
        assertThat(ENVIRONMENT.query("SELECT id FROM snapshot")).hasSize(1);
    }

    @Test
    void knownCommitWhoseSearchStepIsDoneGetsAnother() {
        cloneNewCommit();
        index(claim -> snapshots.finishIndexing(claim, new Snapshot.Index(7, 90, "Java")));
        claims.take(Snapshots.SEARCH, snapshot().id().value(), Claim::finish);
        ENVIRONMENT.drain("index");
        repositories.sync(ada, repository.id(), null);

        clone(claim -> snapshots.finishCloning(claim, snapshot()));

        assertThat(ENVIRONMENT.drain("index"))
                .containsExactly("{\"version\":1,\"type\":\"search\",\"id\":\""
                        + snapshot().id() + "\"}");
    }

    @Test
    void knownCommitThatCouldNotBeIndexedIsIndexedAgain() {
        cloneNewCommit();
        index(claim -> snapshots.failIndexing(claim, empty));
        assertThat(snapshot().state()).isEqualTo(SnapshotState.FAILED);
        assertThat(snapshot().failure()).isEqualTo(Failure.of(empty));
        ENVIRONMENT.drain("index");
        repositories.sync(ada, repository.id(), null);

        clone(claim -> snapshots.finishCloning(claim, snapshot()));

        assertThat(snapshot().state()).isEqualTo(SnapshotState.STORED);
        assertThat(snapshot().failure()).isNull();
        assertThat(ENVIRONMENT.drain("index")).hasSize(1);
    }

    @Test
    void failedCloneSaysWhyAndKeepsTheSnapshotThereWas() {
        cloneNewCommit();
        repositories.sync(ada, repository.id(), new Revision("next"));

        clone(claim -> snapshots.failCloning(claim, empty));

        assertThat(current().state()).isEqualTo(RepositoryState.FAILED);
        assertThat(requireNonNull(current().failure()).code()).isEqualTo(ErrorCode.EMPTY_REPOSITORY);
        assertThat(current().latest()).isEqualTo(snapshot().id());
    }

    @Test
    void successTakesAnEarlierFailureBack() {
        clone(claim -> snapshots.failCloning(claim, empty));
        repositories.sync(ada, repository.id(), null);

        cloneNewCommit();

        assertThat(current().failure()).isNull();
    }

    @Test
    void faultOfOursIsNotExplainedToTheOwner() {
        clone(claim -> snapshots.failCloning(claim, new ProblemException(ErrorCode.INTERNAL, "secret path")));

        assertThat(requireNonNull(current().failure()).detail()).doesNotContain("secret");
    }

    @Test
    void repositoryThatIsDeletedMeanwhileTakesNoResult() {
        clone(claim -> {
            repositories.delete(ada, repository.id());
            assertClaimLost(
                    () -> snapshots.finishCloning(claim, new Snapshots.Cloned(COMMIT, "main", COMMITTED, CONTENTS)));
            assertClaimLost(() -> snapshots.failCloning(claim, empty));
        });

        assertThat(ENVIRONMENT.query("SELECT id FROM snapshot")).isEmpty();
        assertThat(snapshots.repository(repository.id())).isEmpty();
        assertThat(ENVIRONMENT.drain("index")).isEmpty();
    }

    @Test
    void snapshotOfADeletedRepositoryIsNotIndexed() {
        cloneNewCommit();
        Snapshot stored = snapshot();

        claims.take(Snapshots.INDEX, stored.id().value(), claim -> {
            repositories.delete(ada, repository.id());
            assertClaimLost(() -> snapshots.startIndexing(claim));
        });
    }

    @Test
    void indexedSnapshotHasItsFiguresAndIsMadeSearchable() {
        cloneNewCommit();

        index(claim -> {
            assertThat(snapshot().state()).isEqualTo(SnapshotState.INDEXING);
            snapshots.finishIndexing(claim, new Snapshot.Index(7, 90, null));
        });

        assertThat(snapshot().state()).isEqualTo(SnapshotState.INDEXED);
        assertThat(snapshot().index()).isEqualTo(new Snapshot.Index(7, 90, null));
        assertThat(steps()).containsExactly("search");
    }

    @Test
    void workerThatDiedWhileCloningIsReplaced() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> clone(_ -> {
                    throw new IllegalStateException("by the test");
                }));
        assertThat(current().state()).isEqualTo(RepositoryState.CLONING);

        cloneNewCommit();

        assertThat(current().state()).isEqualTo(RepositoryState.CLONED);
    }
}
