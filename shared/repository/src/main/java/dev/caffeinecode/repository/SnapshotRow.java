package dev.caffeinecode.repository;

import dev.caffeinecode.platform.problem.Failure;
import dev.caffeinecode.platform.state.State;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A row of table {@code snapshot}. */
@MappedEntity("snapshot")
record SnapshotRow(
        @Id UUID id,
        UUID repositoryId,
        String commitId,
        String revision,
        Instant committedAt,
        String state,
        int files,
        long bytes,
        int rejectedPaths,
        @Nullable Integer symbols,
        @Nullable Long lines,
        @Nullable String language,
        @Nullable String errorCode,
        @Nullable String errorDetail,
        Instant createdAt) {
    Snapshot toSnapshot() {
        Snapshot.Index index = symbols == null || lines == null ? null : new Snapshot.Index(symbols, lines, language);
        return new Snapshot(
                new SnapshotId(id),
                new RepositoryId(repositoryId),
                new CommitId(commitId),
                revision,
                committedAt,
                State.of(SnapshotState.class, state),
                new Snapshot.Contents(files, bytes, rejectedPaths),
                index,
                Failure.of(errorCode, errorDetail),
                createdAt);
    }
}
