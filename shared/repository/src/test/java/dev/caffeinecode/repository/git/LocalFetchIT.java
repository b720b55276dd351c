package dev.caffeinecode.repository.git;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.testing.GitFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class LocalFetchIT {
    @TempDir
    Path directory;

    private Fetches fetches;
    private GitFixture shop;
    private String path;
    private String first;
    private String head;

    @BeforeEach
    void makeRepository() {
        fetches = new Fetches(directory.resolve("fetches"));
        shop = GitFixture.create(directory.resolve("shop"));
        path = shop.directory().toString();
        first = shop.file("src/Shop.java", "class Shop {}\n").commit("Open");
        shop.tag("v1");
        head = shop.file("README.md", "# Shop\n").commit("Explain");
    }

    @Test
    void workTreeStandsForItsRepository() throws IOException {
        shop.file("not-committed", "");

        try (FetchedCommit fetched = fetches.fetch(path)) {
            assertThat(fetched.commit().hex()).isEqualTo(head);
            assertThat(fetched.revision()).isEqualTo("main");
            assertThat(Fetches.entries(fetched)).hasSize(2);
        }
    }

    @Test
    void bareRepositoryIsFetched() {
        shop.git(
                "clone",
                "--quiet",
                "--bare",
                path,
                directory.resolve("bare.git").toString());

        try (FetchedCommit fetched = fetches.fetch(directory.resolve("bare.git").toString())) {
            assertThat(fetched.commit().hex()).isEqualTo(head);
        }
    }

    @Test
    void linkedWorkTreeStandsForItsOwnBranch() {
        String linked = directory.resolve("linked").toString();
        shop.git("worktree", "add", "--quiet", "-b", "side", linked, first);

        try (FetchedCommit fetched = fetches.fetch(linked)) {
            assertThat(fetched.commit().hex()).isEqualTo(first);
            assertThat(fetched.revision()).isEqualTo("side");
        }
    }

    @Test
    void repositoryThatBorrowsItsObjectsIsFetched() {
        String borrower = directory.resolve("borrower").toString();
        shop.git("clone", "--quiet", "--shared", path, borrower);

        try (FetchedCommit fetched = fetches.fetch(borrower)) {
            assertThat(fetched.commit().hex()).isEqualTo(head);
        }
    }

    @Test
    void detachedHeadIsItsCommit() {
        shop.git("switch", "--quiet", "--detach", first);

        try (FetchedCommit fetched = fetches.fetch(path)) {
            assertThat(fetched.commit().hex()).isEqualTo(first);
            assertThat(fetched.revision()).isEqualTo(first);
        }
    }

    @Test
    void branchTagAndCommitAreFetchedByName() {
        shop.branch("side");

        try (FetchedCommit branch = fetches.fetch(path, "side");
                FetchedCommit tag = fetches.fetch(path, "v1");
                FetchedCommit commit = fetches.fetch(path, first)) {
            assertThat(branch.revision()).isEqualTo("side");
            assertThat(branch.commit().hex()).isEqualTo(head);
            assertThat(tag.revision()).isEqualTo("v1");
            assertThat(tag.commit().hex()).isEqualTo(first);
            assertThat(commit.revision()).isEqualTo(first);
            assertThat(commit.commit().hex()).isEqualTo(first);
        }
    }

    @Test
    void fullNameOfARefIsUnderstood() {
        try (FetchedCommit fetched = fetches.fetch(path, "refs/tags/v1")) {
            assertThat(fetched.commit().hex()).isEqualTo(first);
        }
    }

    @Test
    void unknownRevisionIsRefused() {
        shop.git("tag", "readme", "HEAD:README.md");

        assertThat(fetches.refusal(path, "readme").code()).isEqualTo(ErrorCode.REVISION_NOT_FOUND);
        assertThat(fetches.refusal(path, "nowhere").code()).isEqualTo(ErrorCode.REVISION_NOT_FOUND);
        assertThat(fetches.refusal(path, "b".repeat(40)).code()).isEqualTo(ErrorCode.REVISION_NOT_FOUND);
    }

    @Test
    void repositoryWithoutCommitsIsEmpty() {
        Path empty = GitFixture.create(directory.resolve("empty")).directory();

        assertThat(fetches.refusalCode(empty.toString())).isEqualTo(ErrorCode.EMPTY_REPOSITORY);
    }

    @Test
    void unbornBranchIsNoDefault() {
        shop.git("symbolic-ref", "HEAD", "refs/heads/gone");

        assertThat(fetches.refusalCode(path)).isEqualTo(ErrorCode.NO_DEFAULT_BRANCH);
    }

    @Test
    void whatIsNoRepositoryIsRefused() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("folder"));
        Path file = Files.writeString(directory.resolve("file"), "text");

        assertThat(fetches.refusalCode(folder.toString())).isEqualTo(ErrorCode.NOT_A_GIT_REPOSITORY);
        assertThat(fetches.refusalCode(file.toString())).isEqualTo(ErrorCode.NOT_A_GIT_REPOSITORY);
        assertThat(fetches.refusalCode(directory.resolve("absent").toString()))
                .isEqualTo(ErrorCode.NOT_A_GIT_REPOSITORY);
    }

    @Test
    void damageIsAProblemAndNoStackTrace() throws IOException {
        String blob = shop.git("rev-parse", "HEAD:README.md");
        Files.delete(shop.directory().resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream terminal = System.err;
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(fetches.refusalCode(path)).isEqualTo(ErrorCode.CORRUPT_REPOSITORY);
        } finally {
            System.setErr(terminal);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void nothingIsWrittenIntoTheRepositoryThatIsRead() throws IOException {
        String before = shop.git("ls-files", "--others", "--directory") + listing(shop.directory());

        fetches.fetch(path).close();

        assertThat(shop.git("ls-files", "--others", "--directory") + listing(shop.directory()))
                .isEqualTo(before);
    }

    private static String listing(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.map(file -> root.relativize(file) + " " + file.toFile().lastModified())
                    .sorted()
                    .toList()
                    .toString();
        }
    }
}
