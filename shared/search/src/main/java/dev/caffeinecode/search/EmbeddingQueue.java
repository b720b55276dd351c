package dev.caffeinecode.search;

import dev.caffeinecode.ai.EmbeddingModel;
import dev.caffeinecode.ai.EmbeddingModels;
import dev.caffeinecode.ai.Embeddings;
import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.Prices;
import dev.caffeinecode.ai.Provider;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.Failure;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.queue.Outbox;
import dev.caffeinecode.platform.step.Claim;
import dev.caffeinecode.platform.step.Steps;
import dev.caffeinecode.platform.telemetry.LogKeys;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.Snapshots;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Embeds the chunks of repositories, each text once for a model: in batches that are steps of their own, so that many work
 * at the same time on a large repository, and so that a model that fails holds nothing else up.
 */
@Singleton
public class EmbeddingQueue {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingQueue.class);

    /** Step type: embed the chunks of the batch of this id. */
    public static final String EMBED = "embed";

    /** Texts of one batch: about ten seconds of one processor, or of a provider that takes one text at a time. */
    static final int BATCH = 256;

    /** Texts that are embedded before they are stored; a worker that dies loses no more. Cohere takes 96 at a time. */
    static final int PART = 96;

    private final EmbeddingModels models;
    private final ChunkStore chunks;
    private final EmbeddingStore embeddings;
    private final EmbeddingBatchStore batches;
    private final SearchableStore searchables;
    private final Prices prices;
    private final Steps steps;
    private final Outbox outbox;
    private final Clock clock;

    EmbeddingQueue(
            EmbeddingModels models,
            ChunkStore chunks,
            EmbeddingStore embeddings,
            EmbeddingBatchStore batches,
            SearchableStore searchables,
            Prices prices,
            Steps steps,
            Outbox outbox,
            Clock clock) {
        this.models = models;
        this.chunks = chunks;
        this.embeddings = embeddings;
        this.batches = batches;
        this.searchables = searchables;
        this.prices = prices;
        this.steps = steps;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Deletes the embeddings of texts that are gone, and stops what is being done for them. */
    void clean(UUID repository) {
        embeddings.deleteUnused(repository);
        dropBatches(repository);
    }

    private void dropBatches(UUID repository) {
        steps.cancel(batches.of(repository).stream().map(EmbeddingBatchRow::id).toList());
        batches.deleteAll(repository);
    }

    /**
     * Queues what the configured model has not embedded, in the transaction of {@code outgoing}; nothing while batches of it
     * are open. Batches that were given up are tried again.
     *
     * @return how many texts were queued
     */
    int queueMissing(Outbox.Outgoing outgoing, UUID repository) {
        Optional<EmbeddingModel> model = modelIfAny();
        if (model.isEmpty()) {
            return 0;
        }
        String name = model.get().id().name();
        boolean open = batches.of(repository).stream()
                .anyMatch(batch -> batch.state().equals(EmbeddingBatchRow.OPEN)
                        && batch.model().equals(name));
        if (open) {
            return 0;
        }
        dropBatches(repository);
        List<String> missing = embeddings.missing(repository, name);
        List<EmbeddingBatchRow> rows = new ArrayList<>();
        Instant now = clock.instant();
        for (int from = 0; from < missing.size(); from += BATCH) {
            String digests = String.join(",", missing.subList(from, Math.min(missing.size(), from + BATCH)));
            rows.add(new EmbeddingBatchRow(
                    UUID.randomUUID(), repository, name, digests, EmbeddingBatchRow.OPEN, null, null, now));
        }
        if (!rows.isEmpty()) {
            batches.saveAll(rows);
            steps.addAll(
                    outgoing,
                    Snapshots.INDEX_QUEUE,
                    EMBED,
                    rows.stream().map(EmbeddingBatchRow::id).toList());
        }
        return missing.size();
    }

    /**
     * For a process that starts and knows that no other one works on this database: queues what the configured model has not
     * embedded, because there was none or another when it was written.
     */
    public void queueAllMissing() {
        Optional<EmbeddingModel> model = modelIfAny();
        if (model.isPresent()) {
            for (UUID repository : embeddings.incomplete(model.get().id().name())) {
                outbox.commit(outgoing -> queueMissing(outgoing, repository));
            }
        }
    }

    /** What can be found by name does not wait for a model that somebody has still to set up. */
    private Optional<EmbeddingModel> modelIfAny() {
        try {
            return models.configured();
        } catch (ProblemException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue(LogKeys.CODE, e.code().label())
                    .log("chunks are not embedded");
            return Optional.empty();
        }
    }

    /**
     * Does one batch and ends its step. Safe to repeat: texts that are embedded are not embedded again, whoever did it.
     *
     * @return how many texts were embedded
     * @throws ProblemException what the model throws, or {@link ErrorCode#CLAIM_LOST}
     */
    public int embed(Claim claim) {
        EmbeddingBatchRow batch = batches.find(claim.id()).orElse(null);
        EmbeddingModel model = models.configured()
                .filter(configured -> batch != null && configured.id().name().equals(batch.model()))
                .orElse(null);
        if (batch == null || model == null) {
            finish(claim); // the repository is deleted, or another model is configured by now
            return 0;
        }
        List<ChunkRow> missing = embeddings.missingOf(batch.repositoryId(), batch.model(), batch.digests());
        for (int from = 0; from < missing.size(); from += PART) {
            claim.requireHeld();
            embed(batch.repositoryId(), model, missing.subList(from, Math.min(missing.size(), from + PART)));
        }
        finish(claim);
        return missing.size();
    }

    private void embed(UUID repository, EmbeddingModel model, List<ChunkRow> chunks) {
        Embeddings made = model.documents(chunks.stream().map(ChunkRow::text).toList());
        long cost = cost(model, made);
        outbox.commit(_ -> {
            searchables.spend(repository, made.usage().input(), cost);
            return embeddings.insert(
                    repository,
                    model.id(),
                    chunks.stream().map(ChunkRow::digest).toList(),
                    made.vectors());
        });
    }

    private long cost(EmbeddingModel model, Embeddings made) {
        String name = model.id().name();
        String bedrock = Provider.BEDROCK.label() + "/";
        return name.startsWith(bedrock)
                ? prices.cost(new ModelId(Provider.BEDROCK, name.substring(bedrock.length())), made.usage())
                        .orElse(0L)
                : 0;
    }

    private void finish(Claim claim) {
        outbox.commit(_ -> {
            claim.finish();
            batches.delete(claim.id());
            return claim;
        });
    }

    /** Ends a batch that cannot be done; the next sync of its repository tries again. */
    public void giveUp(Claim claim, ProblemException why) {
        Failure failure = Failure.of(why);
        outbox.commit(_ -> {
            claim.finish();
            batches.fail(claim.id(), failure.code().label(), failure.detail());
            return claim;
        });
    }

    /** How far the repository is, in one count of its rows; empty when nothing of it can be searched yet. */
    public Optional<EmbeddingProgress> progress(RepositoryId repository) {
        String model = modelIfAny().map(configured -> configured.id().name()).orElse(null);
        return searchables.find(repository.value()).map(searchable -> progress(searchable, model));
    }

    private EmbeddingProgress progress(SearchableRow searchable, @Nullable String model) {
        UUID repository = searchable.repositoryId();
        List<EmbeddingBatchRow> all = batches.of(repository);
        List<EmbeddingBatchRow> failed = all.stream()
                .filter(batch -> !batch.state().equals(EmbeddingBatchRow.OPEN))
                .toList();
        return new EmbeddingProgress(
                model,
                chunks.count(repository),
                model == null ? 0 : embeddings.count(repository, model),
                all.size() - failed.size(),
                failed.size(),
                failed.isEmpty()
                        ? null
                        : Failure.of(
                                failed.getFirst().errorCode(), failed.getFirst().errorDetail()),
                searchable.tokens(),
                searchable.costMicros());
    }
}
