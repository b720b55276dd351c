package dev.caffeinecode.repository;

import dev.caffeinecode.platform.problem.Failure;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One commit of a repository, immutable once stored.
 *
 * @param revision the branch or tag it was found by, else its commit id
 * @param committedAt by the committer's clock
 * @param contents what was stored
 * @param index what was found in it; null before it is indexed
 * @param failure of the index step; null unless the state is {@link SnapshotState#FAILED}
 */
public record Snapshot(
        SnapshotId id,
        RepositoryId repository,
        CommitId commit,
        String revision,
        Instant committedAt,
        SnapshotState state,
        Contents contents,
        @Nullable Index index,
        @Nullable Failure failure,
        Instant createdAt) {

    /**
     * Sizes of the tree.
     *
     * @param files entries, links and submodules included
     * @param bytes of all contents, those that are not kept included
     * @param rejectedPaths entries left out because no file may be named so
     */
    public record Contents(int files, long bytes, int rejectedPaths) {}

    /**
     * Figures of the code graph.
     *
     * @param lines of text
     * @param language with most lines of code; null when there is none
     */
    public record Index(int symbols, long lines, @Nullable String language) {}
}
