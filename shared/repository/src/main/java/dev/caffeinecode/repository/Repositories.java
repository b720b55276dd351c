package dev.caffeinecode.repository;

import dev.caffeinecode.identity.AccountId;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.queue.Message;
import dev.caffeinecode.platform.queue.Outbox;
import dev.caffeinecode.platform.state.State;
import dev.caffeinecode.platform.step.Steps;
import dev.caffeinecode.repository.url.CloneUrl;
import dev.caffeinecode.repository.url.CloneUrlParser;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What an owner does with repositories. Every method sees only those of the owner it is given. */
@Singleton
public class Repositories {
    /** The queue of the clone function. */
    public static final String CLONE_QUEUE = "clone";

    /** Step type: clone the repository of this id. */
    public static final String CLONE = "clone";

    /** Message type: delete what the object store holds of the repository of this id, whose rows are gone. */
    public static final String PURGE = "purge";

    /** When what a worker may have written after the deletion is deleted too: the longest delay of SQS. */
    private static final Duration SECOND_PURGE = Duration.ofMinutes(15);

    private final RepositoryStore repositories;
    private final SnapshotStore snapshots;
    private final CloneUrlParser urls;
    private final Steps steps;
    private final Outbox outbox;
    private final Clock clock;

    Repositories(
            RepositoryStore repositories,
            SnapshotStore snapshots,
            CloneUrlParser urls,
            Steps steps,
            Outbox outbox,
            Clock clock) {
        this.repositories = repositories;
        this.snapshots = snapshots;
        this.urls = urls;
        this.steps = steps;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Adds a repository and queues its clone. A URL that the owner has already, in any spelling, gives the repository
     * there is and clones nothing.
     *
     * @param url as a person wrote it
     * @param revision null for the default branch
     * @throws ProblemException with one of the codes about URLs
     */
    public Repository add(AccountId owner, @Nullable String url, @Nullable Revision revision) {
        CloneUrl checked = urls.parse(url);
        return outbox.commit(outgoing -> {
            UUID id = UUID.randomUUID();
            int added = repositories.insertIfAbsent(
                    id,
                    owner.value(),
                    checked.text(),
                    checked.key(),
                    checked.name(),
                    revision == null ? null : revision.name(),
                    clock.instant());
            if (added == 1) {
                steps.add(outgoing, CLONE_QUEUE, CLONE, id);
            }
            return repositories
                    .findByKey(owner.value(), checked.key())
                    .map(RepositoryRow::toRepository)
                    .orElseThrow(() -> new ProblemException(ErrorCode.INTERNAL, "repository vanished"));
        });
    }

    /** @throws ProblemException {@link ErrorCode#NO_SUCH_REPOSITORY} */
    public Repository get(AccountId owner, RepositoryId id) {
        return repositories
                .findOwned(owner.value(), id.value())
                .map(RepositoryRow::toRepository)
                .orElseThrow(() -> unknown(id));
    }

    /**
     * Newest first.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit 1 to 100
     */
    public List<Repository> list(AccountId owner, @Nullable Repository after, int limit) {
        Instant before = after == null ? null : after.createdAt();
        UUID beforeId = after == null ? null : after.id().value();
        return repositories.list(owner.value(), before, beforeId, limit).stream()
                .map(RepositoryRow::toRepository)
                .toList();
    }

    /**
     * Queues a clone of what the revision stands for now. While one is under way, the same request changes nothing.
     *
     * @param revision null for the default branch
     * @throws ProblemException {@link ErrorCode#NO_SUCH_REPOSITORY}, or {@link ErrorCode#REPOSITORY_BUSY} while another
     *     revision is being cloned
     */
    public Repository sync(AccountId owner, RepositoryId id, @Nullable Revision revision) {
        return outbox.commit(outgoing -> {
            String name = revision == null ? null : revision.name();
            int changed = repositories.requestSync(
                    owner.value(), id.value(), name, clock.instant(), State.before(RepositoryState.PENDING));
            Repository repository = get(owner, id);
            if (changed == 1) {
                steps.add(outgoing, CLONE_QUEUE, CLONE, id.value());
            } else if (!Objects.equals(revision, repository.revision())) {
                throw new ProblemException(
                        ErrorCode.REPOSITORY_BUSY, "another revision is being cloned; try again when it is done");
            }
            return repository;
        });
    }

    /**
     * Deletes a repository with its snapshots, runs and pages; a worker that is at it loses its claim.
     *
     * @throws ProblemException {@link ErrorCode#NO_SUCH_REPOSITORY}
     */
    public void delete(AccountId owner, RepositoryId id) {
        outbox.commit(outgoing -> {
            List<UUID> subjects = new ArrayList<>(snapshots.idsOf(id.value()));
            subjects.add(id.value());
            if (repositories.delete(owner.value(), id.value()) == 0) {
                throw unknown(id);
            }
            steps.cancel(subjects);
            outgoing.send(CLONE_QUEUE, Message.of(PURGE, id.value()));
            outgoing.send(CLONE_QUEUE, Message.of(PURGE, id.value()), SECOND_PURGE);
            return id;
        });
    }

    private static ProblemException unknown(RepositoryId id) {
        return new ProblemException(ErrorCode.NO_SUCH_REPOSITORY, "there is no repository " + id);
    }
}
