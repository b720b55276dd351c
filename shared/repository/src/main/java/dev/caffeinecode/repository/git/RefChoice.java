package dev.caffeinecode.repository.git;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.repository.CommitId;
import dev.caffeinecode.repository.Revision;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Ref.Storage;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Which of a server's refs is meant. Only those that may be are asked for: some servers have half a million. */
final class RefChoice {
    private RefChoice() {}

    static String[] patterns(@Nullable Revision revision) {
        if (revision == null || CommitId.matches(revision.name())) {
            return new String[] {Constants.HEAD};
        }
        return candidates(revision.name()).toArray(String[]::new);
    }

    /** In the order of gitrevisions(7), but branches before tags, as 'git clone --branch' has it. */
    private static List<String> candidates(String name) {
        return List.of(Constants.R_HEADS + name, Constants.R_TAGS + name, name);
    }

    /** @param branches another connection that lists all branches, opened only when HEAD is missing */
    static Ref choose(FetchConnection connection, @Nullable Revision revision, Supplier<FetchConnection> branches) {
        if (revision == null) {
            return defaultBranch(connection, branches);
        }
        if (CommitId.matches(revision.name())) {
            return new ObjectIdRef.Unpeeled(Storage.NETWORK, revision.name(), ObjectId.fromString(revision.name()));
        }
        return candidates(revision.name()).stream()
                .map(connection::getRef)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> GitProblems.problem(ErrorCode.REVISION_NOT_FOUND, null));
    }

    private static Ref defaultBranch(FetchConnection connection, Supplier<FetchConnection> branches) {
        Ref head = connection.getRef(Constants.HEAD);
        if (head != null && head.isSymbolic() && head.getObjectId() != null) {
            return head;
        }
        if (head != null && head.getObjectId() != null) {
            throw GitProblems.problem(ErrorCode.NO_DEFAULT_BRANCH, null); // detached
        }
        try (FetchConnection all = branches.get()) {
            boolean empty = all.getRefs().isEmpty();
            throw GitProblems.problem(empty ? ErrorCode.EMPTY_REPOSITORY : ErrorCode.NO_DEFAULT_BRANCH, null);
        }
    }

    /** The object that an annotated tag stands for, else the ref's own. */
    static ObjectId target(Ref ref) {
        ObjectId peeled = ref.getPeeledObjectId();
        return peeled != null ? peeled : Objects.requireNonNull(ref.getObjectId());
    }

    /** The branch or tag as people write it; of a commit, its id. */
    static String label(Ref ref) {
        return Repository.shortenRefName(ref.getTarget().getName());
    }
}
