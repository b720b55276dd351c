package dev.caffeinecode.repository;

import dev.caffeinecode.identity.AccountId;
import dev.caffeinecode.platform.problem.Failure;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A git repository of one owner.
 *
 * @param url as it is cloned
 * @param name last segment of the URL
 * @param revision asked for at the last sync; null for the default branch
 * @param latest snapshot that was cloned last; null before the first
 * @param failure of the last clone; null unless the state is {@link RepositoryState#FAILED}
 */
public record Repository(
        RepositoryId id,
        AccountId owner,
        String url,
        String name,
        RepositoryState state,
        @Nullable Revision revision,
        @Nullable SnapshotId latest,
        @Nullable Failure failure,
        Instant createdAt,
        Instant updatedAt) {}
