package dev.caffeinecode.repository.git;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.repository.CommitId;
import dev.caffeinecode.testing.GitFixture;
import dev.caffeinecode.testing.GitRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class GitFetcherIT extends ServedRepository {
    private String first;
    private String head;

    @BeforeEach
    void commit() {
        first = shop.file("src/Shop.java", "class Shop {}\n").commit("Open");
        shop.tag("v1");
        head = shop.file("README.md", "# Shop\n").commit("Explain");
    }

    @Test
    void defaultBranchIsFetched() throws IOException {
        try (FetchedCommit fetched = fetches.fetch(url)) {
            assertThat(fetched.commit()).isEqualTo(new CommitId(head));
            assertThat(fetched.revision()).isEqualTo("main");
            assertThat(fetched.fetched()).isTrue();
            assertThat(Fetches.entries(fetched))
                    .containsExactly("text README.md = # Shop\n", "text src/Shop.java = class Shop {}\n");
        }
    }

    @Test
    void timeOfTheCommitIsItsCommitters() throws IOException {
        try (FetchedCommit fetched = fetches.fetch(url)) {
            assertThat(Fetches.walk(fetched, Duration.ofMinutes(1)))
                    .isEqualTo(new FetchedCommit.Walk(Instant.parse("2026-01-02T12:01:00Z"), 0));
        }
    }

    @Test
    void defaultBranchNeedNotBeCalledMain() {
        shop.branch("trunk/next");

        try (FetchedCommit fetched = fetches.fetch(url)) {
            assertThat(fetched.revision()).isEqualTo("trunk/next");
        }
    }

    @Test
    void branchIsFetchedByName() {
        shop.branch("feature/till");
        String till = shop.file("Till.java", "class Till {}\n").commit("Add a till");
        shop.switchTo("main");

        try (FetchedCommit fetched = fetches.fetch(url, "feature/till")) {
            assertThat(fetched.commit().hex()).isEqualTo(till);
            assertThat(fetched.revision()).isEqualTo("feature/till");
        }
    }

    @Test
    void annotatedTagStandsForItsCommit() throws IOException {
        try (FetchedCommit fetched = fetches.fetch(url, "v1")) {
            assertThat(fetched.commit().hex()).isEqualTo(first);
            assertThat(fetched.revision()).isEqualTo("v1");
            assertThat(Fetches.entries(fetched)).hasSize(1);
        }
    }

    @Test
    void tagOfATagStandsForItsCommitToo() {
        shop.git("tag", "--annotate", "--message=again", "v1-again", "v1");

        try (FetchedCommit fetched = fetches.fetch(url, "v1-again")) {
            assertThat(fetched.commit().hex()).isEqualTo(first);
        }
    }

    @Test
    void branchGoesBeforeATagOfTheSameName() {
        shop.git("branch", "v1", head);

        try (FetchedCommit fetched = fetches.fetch(url, "v1")) {
            assertThat(fetched.commit().hex()).isEqualTo(head);
        }
    }

    @Test
    void commitThatIsNoTipIsFetchedByItsId() throws IOException {
        try (FetchedCommit fetched = fetches.fetch(url, first)) {
            assertThat(fetched.commit().hex()).isEqualTo(first);
            assertThat(fetched.revision()).isEqualTo(first);
            assertThat(Fetches.entries(fetched)).containsExactly("text src/Shop.java = class Shop {}\n");
        }
    }

    @Test
    void unknownNameIsToldApartFromUnknownRepository() {
        assertThat(fetches.refusal(url, "nowhere").code()).isEqualTo(ErrorCode.REVISION_NOT_FOUND);
        assertThat(fetches.refusal(url, "b".repeat(40)).code()).isEqualTo(ErrorCode.REVISION_NOT_FOUND);
        assertThat(fetches.refusalCode(server.url("nothing"))).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void tagOfABlobIsNoRevision() {
        shop.git("tag", "readme", "HEAD:README.md");

        assertThat(fetches.refusal(url, "readme").code()).isEqualTo(ErrorCode.REVISION_NOT_FOUND);
    }

    @Test
    void repositoryWithoutCommitsIsEmpty() {
        GitFixture.create(directory.resolve("root/empty"));

        assertThat(fetches.refusalCode(server.url("empty"))).isEqualTo(ErrorCode.EMPTY_REPOSITORY);
    }

    @Test
    void headThatNamesNoBranchIsNoDefault() {
        shop.git("symbolic-ref", "HEAD", "refs/heads/gone");
        assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.NO_DEFAULT_BRANCH);

        shop.git("update-ref", "--no-deref", "HEAD", first);
        assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.NO_DEFAULT_BRANCH);
    }

    @Test
    void branchIsFetchedAlthoughHeadIsBroken() {
        shop.git("symbolic-ref", "HEAD", "refs/heads/gone");

        try (FetchedCommit fetched = fetches.fetch(url, "main")) {
            assertThat(fetched.commit().hex()).isEqualTo(head);
        }
    }

    @Test
    void newerProtocolIsSpokenAndNothingPushed() {
        fetches.fetch(url).close();

        assertThat(server.requests()).extracting(GitRequest::protocol).containsOnly("version=2");
        assertThat(server.requests())
                .extracting(GitRequest::path)
                .containsOnly("/shop/info/refs", "/shop/git-upload-pack");
    }

    @Test
    void nothingOfTheHistoryIsFetched() throws IOException {
        try (FetchedCommit fetched = fetches.fetch(url)) {
            assertThat(fetched.commit().hex()).isEqualTo(head);
        }

        Path repository = directory.resolve("fetches/fetch-1");
        String objects = shop.git("--git-dir=" + repository, "cat-file", "--batch-all-objects", "--batch-check");
        assertThat(objects.lines().filter(line -> line.contains(" commit "))).hasSize(1);
    }

    @Test
    void nothingButTheRepositoryIsLeftInTheDirectory() throws IOException {
        fetches.fetch(url).close();

        try (Stream<Path> files = Files.walk(directory.resolve("fetches/fetch-1"))) {
            assertThat(files.filter(Files::isRegularFile).map(Path::toString))
                    .noneMatch(file -> file.contains(".probe") || file.contains("incoming"));
        }
    }

    @Test
    void onlyTheRefsThatMayBeMeantAreSent() throws IOException {
        StringBuilder refs = new StringBuilder("# pack-refs with: peeled fully-peeled sorted \n");
        for (int i = 0; i < 1_100_000; i++) {
            refs.append(first).append(" refs/heads/a").append(1_000_000 + i).append('\n');
        }
        refs.append(head).append(" refs/heads/main\n");
        Files.writeString(shop.directory().resolve(".git/packed-refs"), refs);

        try (FetchedCommit fetched = fetches.fetch(url)) { // all of them would be more than is listened to
            assertThat(fetched.commit().hex()).isEqualTo(head);
        }
    }

    @Nested
    class WhenTheCommitIsNotWanted {
        @Test
        void nothingIsTransferred() {
            List<CommitId> asked = new ArrayList<>();

            try (FetchedCommit fetched = Fetches.fetcher(url, Fetches.LIMITS)
                    .fetch(
                            Fetches.url(url),
                            null,
                            directory.resolve("unwanted"),
                            Deadline.in(Duration.ofMinutes(1), () -> true),
                            commit -> {
                                asked.add(commit);
                                return false;
                            })) {
                assertThat(fetched.fetched()).isFalse();
                assertThat(fetched.commit().hex()).isEqualTo(head);
            }

            assertThat(asked).containsExactly(new CommitId(head));
            assertThat(directory.resolve("unwanted/objects/pack")).isEmptyDirectory();
        }
    }
}
