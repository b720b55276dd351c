package dev.caffeinecode.docs.run;

import dev.caffeinecode.ai.ModelChoice;
import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.Prices;
import dev.caffeinecode.ai.TokenUsage;
import dev.caffeinecode.ai.spend.Ledger;
import dev.caffeinecode.docs.template.PromptTemplate;
import dev.caffeinecode.docs.template.PromptTemplates;
import dev.caffeinecode.identity.AccountId;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.queue.Outbox;
import dev.caffeinecode.platform.state.State;
import dev.caffeinecode.platform.step.Steps;
import dev.caffeinecode.repository.Repositories;
import dev.caffeinecode.repository.Repository;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.SnapshotState;
import dev.caffeinecode.repository.Snapshots;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an owner does with runs. Every method sees only those of the owner it is given. */
@Singleton
public class Runs {
    /** The queue of the generate function. */
    public static final String GENERATE_QUEUE = "generate";

    /** Step type: plan the run of this id. */
    public static final String PLAN = "plan";

    /** Step type: write the page of this id. */
    public static final String PAGE = "page";

    /** Step type: put the pages of the run of this id together. */
    public static final String ASSEMBLE = "assemble";

    private final RunStore store;
    private final Repositories repositories;
    private final Snapshots snapshots;
    private final PromptTemplates templates;
    private final ModelChoice models;
    private final Prices prices;
    private final Ledger ledger;
    private final Steps steps;
    private final Outbox outbox;
    private final Clock clock;

    Runs(
            RunStore store,
            Repositories repositories,
            Snapshots snapshots,
            PromptTemplates templates,
            ModelChoice models,
            Prices prices,
            Ledger ledger,
            Steps steps,
            Outbox outbox,
            Clock clock) {
        this.store = store;
        this.repositories = repositories;
        this.snapshots = snapshots;
        this.templates = templates;
        this.models = models;
        this.prices = prices;
        this.ledger = ledger;
        this.steps = steps;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What a run is asked for with; null stands for the default.
     *
     * @param template name of a prompt template
     * @param provider label
     * @param model as the provider calls it
     * @param budgetMicros what the run may cost at most, in micro-dollars, from 1; null for no limit
     */
    public record Request(
            @Nullable String template,
            @Nullable String provider,
            @Nullable String model,
            @Nullable Long budgetMicros) {
        /** Everything as it is by default. */
        public static final Request DEFAULT = new Request(null, null, null, null);
    }

    /**
     * Queues a run of the repository's latest snapshot. While the same run is under way, that one is the answer.
     *
     * @throws ProblemException {@link ErrorCode#NO_SUCH_REPOSITORY}, {@link ErrorCode#NO_SUCH_PROMPT_TEMPLATE},
     *     {@link ErrorCode#INVALID_REQUEST} or {@link ErrorCode#SNAPSHOT_NOT_READY}
     */
    public Run create(AccountId owner, RepositoryId repositoryId, Request request) {
        Repository repository = repositories.get(owner, repositoryId);
        PromptTemplate template = templates.get(request.template());
        ModelId model = models.choose(request.provider(), request.model());
        checkBudget(model, request.budgetMicros());
        Snapshot snapshot = readySnapshot(repository);
        return outbox.commit(outgoing -> {
            UUID id = UUID.randomUUID();
            int added = store.insertUnlessActive(
                    id,
                    repositoryId.value(),
                    snapshot.id().value(),
                    template.name(),
                    template.version(),
                    model.provider().label(),
                    model.name(),
                    clock.instant());
            if (added == 0) {
                return active(snapshot, template, model);
            }
            ledger.open(id, request.budgetMicros());
            steps.add(outgoing, GENERATE_QUEUE, PLAN, id);
            return store.find(id).map(RunRow::toRun).orElseThrow();
        });
    }

    private void checkBudget(ModelId model, @Nullable Long budget) {
        if (budget == null) {
            return;
        }
        if (budget < 1) {
            throw new ProblemException(ErrorCode.INVALID_REQUEST, "a budget is above 0");
        }
        if (prices.cost(model, TokenUsage.NONE).isEmpty()) {
            throw new ProblemException(
                    ErrorCode.INVALID_REQUEST,
                    "the price of " + model + " is not known, so that no budget can be kept; choose another model, or"
                            + " leave the budget out");
        }
    }

    private Run active(Snapshot snapshot, PromptTemplate template, ModelId model) {
        return store.findActive(
                        snapshot.id().value(),
                        template.name(),
                        template.version(),
                        model.provider().label(),
                        model.name())
                .map(RunRow::toRun)
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.RUN_FINISHED, "the same run has just ended; ask again to start another"));
    }

    private Snapshot readySnapshot(Repository repository) {
        Optional<Snapshot> latest = Optional.ofNullable(repository.latest()).flatMap(snapshots::find);
        if (latest.isEmpty() || latest.get().state() != SnapshotState.INDEXED) {
            String where = latest.map(
                            snapshot -> "its snapshot is " + snapshot.state().label())
                    .orElse("it is " + repository.state().label());
            throw new ProblemException(
                    ErrorCode.SNAPSHOT_NOT_READY, "wait until the repository is cloned and indexed; " + where);
        }
        return latest.get();
    }

    /** @throws ProblemException {@link ErrorCode#NO_SUCH_RUN} */
    public Run get(AccountId owner, RunId id) {
        return store.findOwned(owner.value(), id.value())
                .map(RunRow::toRun)
                .orElseThrow(() -> new ProblemException(ErrorCode.NO_SUCH_RUN, "there is no run " + id));
    }

    public RunTotals totals(Run run) {
        return store.totals(run.id().value());
    }

    /**
     * Newest first.
     *
     * @param repository null for those of all repositories
     * @param after the last one of the page before; null for the first page
     * @param limit 1 to 100
     */
    public List<Run> list(AccountId owner, @Nullable RepositoryId repository, @Nullable Run after, int limit) {
        return store
                .list(
                        owner.value(),
                        repository == null ? null : repository.value(),
                        after == null ? null : after.createdAt(),
                        after == null ? null : after.id().value(),
                        limit)
                .stream()
                .map(RunRow::toRun)
                .toList();
    }

    /**
     * Ends a run; workers that are at it lose their claims. Cancelling a cancelled run changes nothing.
     *
     * @throws ProblemException {@link ErrorCode#NO_SUCH_RUN}, or {@link ErrorCode#RUN_FINISHED} when it ended otherwise
     */
    public Run cancel(AccountId owner, RunId id) {
        return outbox.commit(_ -> {
            get(owner, id);
            List<UUID> open = store.openSteps(id.value());
            int moved = store.move(
                    id.value(), RunState.CANCELLED.label(), clock.instant(), State.before(RunState.CANCELLED));
            Run run = get(owner, id);
            if (moved == 0 && run.state() != RunState.CANCELLED) {
                throw new ProblemException(
                        ErrorCode.RUN_FINISHED, "the run is " + run.state().label() + " and cannot be cancelled");
            }
            steps.cancel(open);
            return run;
        });
    }
}
