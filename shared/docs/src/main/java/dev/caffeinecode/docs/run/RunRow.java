package dev.caffeinecode.docs.run;

import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.Provider;
import dev.caffeinecode.platform.problem.Failure;
import dev.caffeinecode.platform.state.State;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.SnapshotId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A row of table {@code run}. */
@MappedEntity("run")
record RunRow(
        @Id UUID id,
        UUID repositoryId,
        UUID snapshotId,
        String template,
        int templateVersion,
        String provider,
        String model,
        String state,
        @Nullable String errorCode,
        @Nullable String errorDetail,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant finishedAt) {
    Run toRun() {
        return new Run(
                new RunId(id),
                new RepositoryId(repositoryId),
                new SnapshotId(snapshotId),
                template,
                templateVersion,
                new ModelId(Provider.find(provider).orElseThrow(), model),
                State.of(RunState.class, state),
                Failure.of(errorCode, errorDetail),
                createdAt,
                updatedAt,
                finishedAt);
    }
}
