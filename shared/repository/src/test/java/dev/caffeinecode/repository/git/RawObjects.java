package dev.caffeinecode.repository.git;

import dev.caffeinecode.repository.CommitId;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TreeFormatter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;

/** Writes objects that git itself refuses to write, into the repository of a fixture. */
final class RawObjects implements AutoCloseable {
    private final FileRepository repository;
    private final ObjectInserter inserter;

    /** @param workTree of the repository */
    RawObjects(Path workTree) {
        IsolatedGit.install();
        try {
            this.repository = new FileRepository(workTree.resolve(".git").toFile());
            this.inserter = repository.newObjectInserter();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectId blob(byte[] content) throws IOException {
        return inserter.insert(Constants.OBJ_BLOB, content);
    }

    ObjectId blob(String content) throws IOException {
        return blob(content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Any bytes as an object.
     *
     * @param type one of those of {@link Constants}
     */
    ObjectId raw(int type, byte[] content) throws IOException {
        return inserter.insert(type, content);
    }

    /** As if it had been fetched; what would be fetched from is looked at by git first. */
    FetchedCommit fetched(ObjectId commit) throws IOException {
        inserter.flush();
        repository.incrementOpen();
        return new FetchedCommit(repository, new CommitId(commit.name()), "main", true, Fetches.LIMITS);
    }

    ObjectId tree(TreeFormatter tree) throws IOException {
        return inserter.insert(tree);
    }

    /** Adds an entry, whatever its name. */
    static void append(TreeFormatter tree, String name, FileMode mode, ObjectId object) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        tree.append(bytes, 0, bytes.length, mode, object, true);
    }

    /** A tree of one entry. */
    ObjectId tree(byte[] name, FileMode mode, ObjectId object) throws IOException {
        TreeFormatter tree = new TreeFormatter();
        tree.append(name, 0, name.length, mode, object, true);
        return tree(tree);
    }

    ObjectId tree(String name, FileMode mode, ObjectId object) throws IOException {
        return tree(name.getBytes(StandardCharsets.UTF_8), mode, object);
    }

    /** A tree of entries that each is {@code mode name\0id}, written as it is. */
    ObjectId rawTree(String mode, byte[] name, ObjectId object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((mode + " ").getBytes(StandardCharsets.US_ASCII));
        bytes.write(name);
        bytes.write(0);
        object.copyRawTo(bytes);
        return inserter.insert(Constants.OBJ_TREE, bytes.toByteArray());
    }

    /** Makes it the tree of the only commit of branch {@code main}. */
    String commit(ObjectId tree) throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setAuthor(new PersonIdent(
                "Ada Example", "ada@example.com", Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC));
        commit.setCommitter(commit.getAuthor());
        commit.setMessage("hostile");
        ObjectId id = inserter.insert(commit);
        point(id);
        return id.name();
    }

    /** Makes it the only commit of branch {@code main}. */
    void point(ObjectId commit) throws IOException {
        inserter.flush();
        Path branch = repository.getDirectory().toPath().resolve("refs/heads/main");
        Files.writeString(branch, commit.name() + "\n"); // JGit would look at the commit first
    }

    @Override
    public void close() {
        inserter.close();
        repository.close();
    }
}
