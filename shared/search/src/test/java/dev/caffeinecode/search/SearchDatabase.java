package dev.caffeinecode.search;

import dev.caffeinecode.ai.EmbeddingModel;
import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.chunks.Chunks;
import dev.caffeinecode.code.index.CodeIndexer;
import dev.caffeinecode.code.index.IndexOptions;
import dev.caffeinecode.code.index.ProgressListener;
import dev.caffeinecode.code.index.SourceBlob;
import dev.caffeinecode.code.text.TextLines;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.queue.Message;
import dev.caffeinecode.platform.step.Claim;
import dev.caffeinecode.platform.step.StepRunner;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.SnapshotId;
import dev.caffeinecode.repository.Snapshots;
import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

import static java.util.Objects.requireNonNull;

/** A database with repositories and snapshots, and the beans that work on it. */
final class SearchDatabase implements AutoCloseable {
    private final TestEnvironment environment = TestEnvironment.create();
    private final ApplicationContext context;

    SearchDatabase(Map<String, Object> settings) {
        Map<String, Object> properties = environment.properties();
        properties.putAll(settings);
        context = ApplicationContext.run(properties);
    }

    /** @param local what embeds when the provider is {@code local} */
    SearchDatabase(Map<String, Object> settings, EmbeddingModel local) {
        this(settings);
        context.registerSingleton(EmbeddingModel.class, local, Qualifiers.byName("local"));
    }

    TestEnvironment environment() {
        return environment;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A repository of somebody of its own, without a snapshot. */
    RepositoryId repository() {
        UUID id = UUID.randomUUID();
        environment.execute("""
                INSERT INTO account (id, issuer, subject, created_at) VALUES ('%1$s', 'test', '%1$s', now());
                INSERT INTO repository (id, owner_id, url, canonical_key, name, state, created_at, updated_at)
                VALUES ('%1$s', '%1$s', 'https://example.org/%1$s', '%1$s', 'shop', 'cloned', now(), now());
                """.formatted(id));
        return new RepositoryId(id);
    }

    /** Another snapshot of a repository, which is its latest from now on. */
    Snapshot snapshot(RepositoryId repository) {
        UUID id = UUID.randomUUID();
        String commit = id.toString().replace("-", "") + "01234567";
        environment.execute("""
                INSERT INTO snapshot (id, repository_id, commit_id, revision, committed_at, state, files, bytes,
                    rejected_paths, created_at)
                VALUES ('%1$s', '%2$s', '%3$s', 'main', now(), 'indexed', 1, 1, 0, now())
                """.formatted(id, repository, commit));
        Snapshot snapshot = bean(Snapshots.class).find(new SnapshotId(id)).orElseThrow();
        choose(snapshot);
        return snapshot;
    }

    void choose(Snapshot snapshot) {
        environment.execute("UPDATE repository SET snapshot_id = '%s' WHERE id = '%s'"
                .formatted(snapshot.id(), snapshot.repository()));
    }

    /** Writes a snapshot with these files, as the step does. */
    SearchIndex.Outcome write(Snapshot snapshot, Map<String, String> files) {
        return write(snapshot, () -> content(files));
    }

    SearchIndex.Outcome write(Snapshot snapshot, Supplier<SnapshotContent> content) {
        environment.execute("""
                INSERT INTO step (id, type, queue, claimed, fence, attempts, lease_until)
                VALUES ('%s', 'search', 'index', false, 0, 0, now())
                ON CONFLICT DO NOTHING
                """.formatted(snapshot.id()));
        return take(
                Snapshots.SEARCH,
                snapshot.id().value(),
                claim -> bean(SearchIndex.class).write(claim, snapshot, content));
    }

    /** Does a step; what it throws comes out, whatever its code. */
    <T> T take(String type, UUID id, Function<Claim, T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        bean(StepRunner.class).run(Message.of(type, id), new StepRunner.Work() {
            @Override
            public void run(Claim claim) {
                result.set(work.apply(claim));
            }

            @Override
            public void giveUp(Claim claim, ProblemException why) {
                throw why;
            }
        });
        return requireNonNull(result.get(), "step was not open");
    }

    static SnapshotContent content(Map<String, String> files) {
        CodeGraph graph = graph(files);
        return new SnapshotContent(
                graph,
                graph.files().stream()
                        .flatMap(facts ->
                                Chunks.of(facts, TextLines.of(requireNonNull(files.get(facts.path())))).stream()));
    }

    private static CodeGraph graph(Map<String, String> files) {
        try {
            return new CodeIndexer(IndexOptions.DEFAULT)
                    .index(
                            files.entrySet().stream()
                                    .map(file -> SourceBlob.file(
                                            file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)))
                                    .iterator(),
                            ProgressListener.NONE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        environment.close();
    }
}
