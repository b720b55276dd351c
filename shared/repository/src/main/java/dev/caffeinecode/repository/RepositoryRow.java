package dev.caffeinecode.repository;

import dev.caffeinecode.identity.AccountId;
import dev.caffeinecode.platform.problem.Failure;
import dev.caffeinecode.platform.state.State;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A row of table {@code repository}. */
@MappedEntity("repository")
record RepositoryRow(
        @Id UUID id,
        UUID ownerId,
        String url,
        String name,
        String state,
        @Nullable String revision,
        @Nullable UUID snapshotId,
        @Nullable String errorCode,
        @Nullable String errorDetail,
        Instant createdAt,
        Instant updatedAt) {
    Repository toRepository() {
        return new Repository(
                new RepositoryId(id),
                new AccountId(ownerId),
                url,
                name,
                State.of(RepositoryState.class, state),
                revision == null ? null : new Revision(revision),
                snapshotId == null ? null : new SnapshotId(snapshotId),
                Failure.of(errorCode, errorDetail),
                createdAt,
                updatedAt);
    }
}
