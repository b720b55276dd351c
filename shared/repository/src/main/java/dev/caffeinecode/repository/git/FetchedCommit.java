package dev.caffeinecode.repository.git;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.repository.CommitId;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

import java.io.IOException;
import java.time.Instant;
import java.util.function.Predicate;

/** A commit that a revision stood for, and its files when they were fetched. Closing it does not delete its directory. */
public final class FetchedCommit implements AutoCloseable {
    /** Bytes looked at to tell text from binary, as git does ({@code buffer_is_binary}). */
    private static final int BINARY_WINDOW = 8_000;

    private final Repository repository;
    private final CommitId commit;
    private final String revision;
    private final boolean fetched;
    private final CloneLimits limits;
    private final ObjectChecker checker = new ObjectChecker();

    FetchedCommit(Repository repository, CommitId commit, String revision, boolean fetched, CloneLimits limits) {
        this.repository = repository;
        this.commit = commit;
        this.revision = revision;
        this.fetched = fetched;
        this.limits = limits;
    }

    public CommitId commit() {
        return commit;
    }

    /** The branch or tag it was found by; its own id when it was asked for by id. */
    public String revision() {
        return revision;
    }

    /** Whether its files are here; false when the caller had them already. */
    public boolean fetched() {
        return fetched;
    }

    /** Takes the entries in git's order. */
    @FunctionalInterface
    public interface Visitor {
        void visit(TreeEntry entry) throws IOException;
    }

    /**
     * What the walk saw.
     *
     * @param committedAt when the commit was made, by the committer's clock
     * @param rejectedPaths entries that were skipped because no file may be named so: {@code ..}, {@code .git}, empty
     */
    public record Walk(Instant committedAt, int rejectedPaths) {}

    /**
     * Visits every entry, reading contents from the object database.
     *
     * @throws ProblemException {@link ErrorCode#TOO_MANY_FILES}, {@link ErrorCode#PATH_TOO_DEEP},
     *     {@link ErrorCode#REPOSITORY_TOO_LARGE}, {@link ErrorCode#CLONE_TIMEOUT} or
     *     {@link ErrorCode#CORRUPT_REPOSITORY}, never for what the visitor throws
     * @throws IOException what the visitor throws
     */
    public Walk walk(Deadline deadline, Visitor visitor) throws IOException {
        return walk(deadline, _ -> true, visitor);
    }

    /** Visits the entries with some paths, within the same limits; the contents of others are not read. */
    public Walk walk(Deadline deadline, Predicate<String> wanted, Visitor visitor) throws IOException {
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk revisions = new RevWalk(reader);
                TreeWalk tree = new TreeWalk(repository, reader)) {
            RevCommit root = parse(revisions);
            open(tree, root);
            int entries = 0;
            int rejected = 0;
            long bytes = 0;
            while (next(tree)) {
                deadline.require();
                if (++entries > limits.maxFiles()) {
                    throw GitProblems.problem(ErrorCode.TOO_MANY_FILES, null);
                }
                byte[] name = tree.getRawPath();
                if (!isSafe(name)) {
                    rejected++;
                } else if (tree.isSubtree()) {
                    enter(tree);
                } else if (wanted.test(GitPath.of(name))) {
                    TreeEntry entry = entry(reader, tree, GitPath.of(name));
                    bytes += entry.size();
                    if (bytes > limits.maxTotalBytes()) {
                        throw GitProblems.problem(ErrorCode.REPOSITORY_TOO_LARGE, null);
                    }
                    visitor.visit(entry);
                }
            }
            return new Walk(Instant.ofEpochSecond(root.getCommitTime()), rejected);
        }
    }

    private RevCommit parse(RevWalk revisions) {
        return read(ErrorCode.OBJECT_TOO_LARGE, () -> {
            try {
                return revisions.parseCommit(ObjectId.fromString(commit.hex()));
            } catch (IncorrectObjectTypeException e) { // a tag may stand for a file
                throw GitProblems.problem(ErrorCode.REVISION_NOT_FOUND, e);
            }
        });
    }

    private static void open(TreeWalk tree, RevCommit root) {
        read(ErrorCode.TOO_MANY_FILES, () -> tree.addTree(root.getTree()));
    }

    private static boolean next(TreeWalk tree) {
        return read(ErrorCode.TOO_MANY_FILES, tree::next);
    }

    private void enter(TreeWalk tree) {
        if (tree.getDepth() >= limits.maxDepth()) {
            throw GitProblems.problem(ErrorCode.PATH_TOO_DEEP, null);
        }
        read(ErrorCode.TOO_MANY_FILES, () -> {
            tree.enterSubtree();
            return tree;
        });
    }

    /** Something read from the object database. */
    @FunctionalInterface
    private interface Read<T> {
        T run() throws IOException;
    }

    /**
     * JGit parses an object as if it were sound: at one that is not it fails with whatever comes first, an index out of
     * bounds or the digits of an id.
     *
     * @param tooLarge the code when it does not fit into memory
     */
    private static <T> T read(ErrorCode tooLarge, Read<T> read) {
        try {
            return read.run();
        } catch (ProblemException e) {
            throw e;
        } catch (LargeObjectException e) {
            throw GitProblems.problem(tooLarge, e);
        } catch (IOException | RuntimeException e) {
            throw GitProblems.problem(ErrorCode.CORRUPT_REPOSITORY, e);
        }
    }

    private boolean isSafe(byte[] path) {
        try {
            checker.checkPath(path, 0, path.length);
            return true;
        } catch (CorruptObjectException e) {
            return false;
        }
    }

    private TreeEntry entry(ObjectReader reader, TreeWalk tree, String path) {
        return read(ErrorCode.OBJECT_TOO_LARGE, () -> {
            ObjectId id = tree.getObjectId(0);
            FileMode mode = tree.getFileMode(0);
            return mode.equals(FileMode.GITLINK)
                    ? new TreeEntry(path, EntryKind.SUBMODULE, id.name(), 0, null)
                    : file(path, mode, id, reader.open(id, Constants.OBJ_BLOB));
        });
    }

    private TreeEntry file(String path, FileMode mode, ObjectId id, ObjectLoader blob) throws IOException {
        long size = blob.getSize();
        if (size > limits.maxTextBytes()) {
            return new TreeEntry(path, EntryKind.OVERSIZE, id.name(), size, null);
        }
        byte[] content = blob.getCachedBytes(limits.maxTextBytes());
        EntryKind kind = kind(mode, content);
        return new TreeEntry(path, kind, id.name(), size, kind.hasContent() ? content : null);
    }

    private static EntryKind kind(FileMode mode, byte[] content) {
        if (mode.equals(FileMode.SYMLINK)) {
            return EntryKind.SYMLINK;
        }
        return isBinary(content) ? EntryKind.BINARY : EntryKind.TEXT;
    }

    /** NUL near the start, unless the file says that it is UTF-16. */
    private static boolean isBinary(byte[] content) {
        if (content.length >= 2) {
            int mark = (content[0] & 0xff) << 8 | (content[1] & 0xff);
            if (mark == 0xfeff || mark == 0xfffe) {
                return false;
            }
        }
        int window = Math.min(content.length, BINARY_WINDOW);
        for (int i = 0; i < window; i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        repository.close();
    }
}
