package dev.caffeinecode.repository;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.Failure;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.queue.Outbox;
import dev.caffeinecode.platform.state.State;
import dev.caffeinecode.platform.step.Claim;
import dev.caffeinecode.platform.step.Steps;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How the clone and index steps move repositories and snapshots on. */
@Singleton
public class Snapshots {
    /** The queue of the index function. */
    public static final String INDEX_QUEUE = "index";

    /** Step type: index the snapshot of this id. */
    public static final String INDEX = "index";

    /** Step type: write what can be searched of the snapshot of this id, once it is indexed. */
    public static final String SEARCH = "search";

    private final RepositoryStore repositories;
    private final SnapshotStore snapshots;
    private final Steps steps;
    private final Outbox outbox;
    private final Clock clock;

    Snapshots(RepositoryStore repositories, SnapshotStore snapshots, Steps steps, Outbox outbox, Clock clock) {
        this.repositories = repositories;
        this.snapshots = snapshots;
        this.steps = steps;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Optional<Snapshot> find(SnapshotId id) {
        return snapshots.find(id.value()).map(SnapshotRow::toSnapshot);
    }

    public Optional<Snapshot> find(RepositoryId repository, CommitId commit) {
        return snapshots.findByCommit(repository.value(), commit.hex()).map(SnapshotRow::toSnapshot);
    }

    /** Whoever owns it; empty when it has been deleted. */
    public Optional<Repository> repository(RepositoryId id) {
        return repositories.find(id.value()).map(RepositoryRow::toRepository);
    }

    /**
     * @return the repository to clone
     * @throws ProblemException {@link ErrorCode#CLAIM_LOST} when it is not to be cloned any more
     */
    public Repository startCloning(Claim claim) {
        int moved = repositories.startCloning(claim.id(), clock.instant(), State.before(RepositoryState.CLONING));
        return Optional.of(claim.id())
                .filter(_ -> moved == 1)
                .flatMap(repositories::find)
                .map(RepositoryRow::toRepository)
                .orElseThrow(() -> gone(claim));
    }

    /**
     * What a clone brought.
     *
     * @param revision the branch or tag the commit was found by, else its id
     */
    public record Cloned(CommitId commit, String revision, Instant committedAt, Snapshot.Contents contents) {}

    /** Ends a clone that brought a new commit, and queues its index step. */
    public void finishCloning(Claim claim, Cloned cloned) {
        outbox.commit(outgoing -> {
            claim.finish();
            UUID id = UUID.randomUUID();
            snapshots.save(new SnapshotRow(
                    id,
                    claim.id(),
                    cloned.commit().hex(),
                    cloned.revision(),
                    cloned.committedAt(),
                    SnapshotState.STORED.label(),
                    cloned.contents().files(),
                    cloned.contents().bytes(),
                    cloned.contents().rejectedPaths(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    clock.instant()));
            markCloned(claim, id);
            steps.add(outgoing, INDEX_QUEUE, INDEX, id);
            return id;
        });
    }

    /**
     * Ends a clone whose commit is stored already; one that could not be indexed is indexed again, and one that was indexed
     * is what is searched from now on.
     */
    public void finishCloning(Claim claim, Snapshot known) {
        outbox.commit(outgoing -> {
            claim.finish();
            UUID id = known.id().value();
            markCloned(claim, id);
            int again = snapshots.move(id, SnapshotState.STORED.label(), State.before(SnapshotState.STORED));
            if (again == 1) {
                steps.add(outgoing, INDEX_QUEUE, INDEX, id);
            } else if (known.state() == SnapshotState.INDEXED) {
                steps.addUnlessOpen(outgoing, INDEX_QUEUE, SEARCH, id);
            }
            return id;
        });
    }

    private void markCloned(Claim claim, UUID snapshot) {
        int moved =
                repositories.finishCloning(claim.id(), snapshot, clock.instant(), State.before(RepositoryState.CLONED));
        if (moved != 1) {
            throw gone(claim);
        }
    }

    /** Ends a clone that cannot succeed. */
    public void failCloning(Claim claim, ProblemException why) {
        Failure failure = Failure.of(why);
        outbox.commit(_ -> {
            claim.finish();
            return repositories.fail(
                    claim.id(),
                    failure.code().label(),
                    failure.detail(),
                    clock.instant(),
                    State.before(RepositoryState.FAILED));
        });
    }

    /**
     * @return the snapshot to index
     * @throws ProblemException {@link ErrorCode#CLAIM_LOST} when it is not to be indexed any more
     */
    public Snapshot startIndexing(Claim claim) {
        int moved = snapshots.move(claim.id(), SnapshotState.INDEXING.label(), State.before(SnapshotState.INDEXING));
        return Optional.of(claim.id())
                .filter(_ -> moved == 1)
                .flatMap(snapshots::find)
                .map(SnapshotRow::toSnapshot)
                .orElseThrow(() -> gone(claim));
    }

    /** Ends an index step and queues what makes the snapshot searchable; it can be documented at once. */
    public void finishIndexing(Claim claim, Snapshot.Index index) {
        outbox.commit(outgoing -> {
            claim.finish();
            int moved = snapshots.finishIndexing(
                    claim.id(), index.symbols(), index.lines(), index.language(), State.before(SnapshotState.INDEXED));
            if (moved == 1) {
                steps.addUnlessOpen(outgoing, INDEX_QUEUE, SEARCH, claim.id());
            }
            return moved;
        });
    }

    /** Ends an index step that cannot succeed. */
    public void failIndexing(Claim claim, ProblemException why) {
        Failure failure = Failure.of(why);
        outbox.commit(_ -> {
            claim.finish();
            return snapshots.fail(
                    claim.id(), failure.code().label(), failure.detail(), State.before(SnapshotState.FAILED));
        });
    }

    private static ProblemException gone(Claim claim) {
        return new ProblemException(ErrorCode.CLAIM_LOST, "nothing is to be done any more for " + claim.id());
    }
}
