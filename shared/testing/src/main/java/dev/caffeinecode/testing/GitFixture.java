package dev.caffeinecode.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A small repository made with native git. Author and dates are fixed, a minute from commit to commit, so the same
 * calls make the same commit ids on every machine.
 */
public final class GitFixture {
    private static final Instant FIRST_COMMIT = Instant.parse("2026-01-02T12:00:00Z");

    private final Path directory;
    private int commits;

    private GitFixture(Path directory) {
        this.directory = directory;
    }

    /** Makes an empty repository with branch {@code main}; the directory is created if missing. */
    public static GitFixture create(Path directory) {
        try {
            GitFixture fixture = new GitFixture(Files.createDirectories(directory));
            fixture.git("init", "--quiet", "--initial-branch=main", "--object-format=sha1", "--template=");
            return fixture;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + directory, e);
        }
    }

    public Path directory() {
        return directory;
    }

    /** Writes a file of the work tree, UTF-8. */
    public GitFixture file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file of the work tree. */
    public GitFixture file(String path, byte[] content) {
        Path file = directory.resolve(path);
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Removes a file from the work tree and the next commit. */
    public GitFixture delete(String path) {
        git("rm", "--quiet", "--force", "--", path);
        return this;
    }

    /** Commits all of the work tree, even if nothing changed, and returns the commit's id, 40 hex digits. */
    public String commit(String message) {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--no-verify", "--message=" + message);
        commits++;
        return git("rev-parse", "HEAD");
    }

    /**
     * Commits empty files and nothing else, under names that git itself may refuse, such as {@code .git}.
     *
     * @param names in git's order
     */
    public String commitEmptyFiles(String... names) {
        byte[] blob = HexFormat.of().parseHex(git("hash-object", "-w", "--stdin"));
        ByteArrayOutputStream tree = new ByteArrayOutputStream();
        for (String name : names) {
            tree.writeBytes(("100644 " + name + "\0").getBytes(StandardCharsets.UTF_8));
            tree.writeBytes(blob);
        }
        file(".git/tree", tree.toByteArray());
        String id = git("hash-object", "-t", "tree", "-w", "--literally", ".git/tree");
        git("update-ref", "HEAD", git("commit-tree", id, "-m", "Add empty files"));
        commits++;
        return git("rev-parse", "HEAD");
    }

    /** Starts a branch at the current commit and switches to it. */
    public GitFixture branch(String name) {
        git("switch", "--quiet", "--create", name);
        return this;
    }

    public GitFixture switchTo(String branch) {
        git("switch", "--quiet", branch);
        return this;
    }

    /** Puts an annotated tag on the current commit. */
    public GitFixture tag(String name) {
        git("tag", "--annotate", "--no-sign", "--message=" + name, name);
        return this;
    }

    /** Runs git in the repository for what has no method here; returns what it printed, without the last line feed. */
    public String git(String... arguments) {
        ProcessBuilder command = Git.command(directory, List.of(), List.of(arguments));
        String date = FIRST_COMMIT.plusSeconds(60L * commits).toString();
        for (String person : List.of("AUTHOR", "COMMITTER")) {
            command.environment().put("GIT_" + person + "_NAME", "Ada Example");
            command.environment().put("GIT_" + person + "_EMAIL", "ada@example.com");
            command.environment().put("GIT_" + person + "_DATE", date);
        }
        return Git.run(command);
    }
}
