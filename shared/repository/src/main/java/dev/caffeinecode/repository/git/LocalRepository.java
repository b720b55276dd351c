package dev.caffeinecode.repository.git;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.repository.Revision;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;

/** A repository of this machine, opened to learn what is meant; it is fetched from like any other. */
final class LocalRepository {
    private LocalRepository() {}

    /** @param revision null for HEAD, which may be detached here */
    static Revision resolve(Path path, @Nullable Revision revision) {
        try (Repository repository = open(path)) {
            if (!repository.getObjectDatabase().exists()) {
                throw GitProblems.problem(ErrorCode.NOT_A_GIT_REPOSITORY, null);
            }
            String name = revision == null ? Constants.HEAD : revision.name();
            ObjectId commit = find(repository, name);
            if (commit == null) {
                throw GitProblems.problem(missing(repository, revision), null);
            }
            String branchOrTag = branchOrTag(repository, name);
            return new Revision(branchOrTag == null ? commit.name() : branchOrTag);
        } catch (IOException e) {
            throw GitProblems.problem(ErrorCode.NOT_A_GIT_REPOSITORY, e);
        }
    }

    /** @param path of a work tree or of a bare repository */
    static Repository open(Path path) throws IOException {
        FileRepositoryBuilder builder = new FileRepositoryBuilder();
        if (FileKey.isGitRepository(path.toFile(), FS.DETECTED)) {
            builder.setGitDir(path.toFile());
        } else {
            builder.setWorkTree(path.toFile());
        }
        return builder.setMustExist(true).build();
    }

    private static @Nullable ObjectId find(Repository repository, String name) throws IOException {
        try {
            return repository.resolve(name + "^{commit}");
        } catch (MissingObjectException | IncorrectObjectTypeException | AmbiguousObjectException e) {
            return null;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) { // JGit parses a damaged object regardless
            throw GitProblems.problem(ErrorCode.CORRUPT_REPOSITORY, e);
        }
    }

    /** The branch that HEAD is on, or the name itself when it is one of a branch or tag; null for any other commit. */
    private static @Nullable String branchOrTag(Repository repository, String name) throws IOException {
        if (name.equals(Constants.HEAD)) {
            String target = repository.getFullBranch();
            return target != null && target.startsWith(Constants.R_HEADS) ? Repository.shortenRefName(target) : null;
        }
        return repository.getRefDatabase().firstExactRef(Constants.R_HEADS + name, Constants.R_TAGS + name) == null
                ? null
                : name;
    }

    private static ErrorCode missing(Repository repository, @Nullable Revision revision) throws IOException {
        if (revision != null) {
            return ErrorCode.REVISION_NOT_FOUND;
        }
        return repository.getRefDatabase().hasRefs() ? ErrorCode.NO_DEFAULT_BRANCH : ErrorCode.EMPTY_REPOSITORY;
    }
}
