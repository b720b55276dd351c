package dev.caffeinecode.repository.archive;

import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.repository.CommitId;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.SnapshotKeys;
import dev.caffeinecode.repository.git.Deadline;
import dev.caffeinecode.repository.git.EntryKind;
import dev.caffeinecode.repository.git.FetchedCommit;
import dev.caffeinecode.repository.git.GitFetcher;
import dev.caffeinecode.repository.url.CloneUrl;
import dev.caffeinecode.testing.GitFixture;
import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.context.ApplicationContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SourceArchiveIT {
    private static final TestEnvironment ENVIRONMENT = TestEnvironment.create();
    private static final ApplicationContext CONTEXT = ApplicationContext.run(ENVIRONMENT.properties());

    private final ObjectStore objects = CONTEXT.getBean(ObjectStore.class);
    private final GitFetcher fetcher = CONTEXT.getBean(GitFetcher.class);
    private final RepositoryId repository = new RepositoryId(UUID.randomUUID());
    private final Deadline deadline = Deadline.in(Duration.ofMinutes(1), () -> true);

    @TempDir
    Path directory;

    private GitFixture shop;
    private int fetches;

    @AfterAll
    static void close() {
        CONTEXT.close();
        ENVIRONMENT.close();
    }

    @BeforeEach
    void makeRepository() {
        shop = GitFixture.create(directory.resolve("shop"));
    }

    /** Fetches HEAD and writes its archive. */
    private SourceArchive write() throws IOException {
        return SourceArchive.open(objects, repository, write(repository));
    }

    private CommitId write(RepositoryId into) throws IOException {
        CloneUrl url = new CloneUrl.Local(shop.directory());
        try (FetchedCommit fetched =
                        fetcher.fetch(url, null, directory.resolve("git-" + ++fetches), deadline, _ -> true);
                SourceArchiveWriter archive = new SourceArchiveWriter(objects, into, fetched.commit(), directory)) {
            fetched.walk(deadline, archive::add);
            archive.finish();
            return fetched.commit();
        }
    }

    private String prefix(CommitId commit) {
        return SnapshotKeys.snapshot(repository, commit) + "source/";
    }

    private static Map<String, byte[]> load(SourceArchive archive) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        archive.load().forEachRemaining(loaded -> contents.put(loaded.entry().path(), loaded.content()));
        return contents;
    }

    /** Bytes that are not compressed further, and no NUL among them. */
    private static byte[] noise(int seed, int size) {
        byte[] noise = new byte[size];
        new Random(seed).nextBytes(noise);
        for (int i = 0; i < size; i++) {
            noise[i] = noise[i] == 0 ? 1 : noise[i];
        }
        return noise;
    }

    private static void assertDamaged(ThrowingCallable reading) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(reading)
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.INTERNAL);
    }

    @Test
    void whatIsWrittenIsReadOneByOneAndInOrder() throws IOException {
        shop.file("a/empty", "")
                .file("a/line\nfeed\ttab \"quoted\"", "odd name")
                .file("b.bin", new byte[] {0, 1})
                .file("c.txt", "text\n");
        Files.createSymbolicLink(shop.directory().resolve("d"), Path.of("c.txt"));
        shop.git("update-index", "--add", "--cacheinfo", "160000," + "c".repeat(40) + ",e");
        shop.git("add", "--all", "--", "a", "b.bin", "c.txt", "d");
        shop.git("commit", "--quiet", "--message=Open");

        SourceArchive archive = write();

        assertThat(archive.entries())
                .extracting(entry -> entry.kind().label() + " " + entry.path() + " " + entry.size())
                .containsExactly(
                        "text a/empty 0",
                        "text \"a/line\\nfeed\\ttab \\\"quoted\\\"\" 8",
                        "binary b.bin 2",
                        "text c.txt 5",
                        "symlink d 5",
                        "submodule e 0");
        assertThat(archive.entries())
                .filteredOn(entry -> entry.kind() == EntryKind.SUBMODULE)
                .extracting(ArchiveEntry::blob)
                .containsExactly("c".repeat(40));
        assertThat(load(archive).values())
                .extracting(content -> new String(content, StandardCharsets.UTF_8))
                .containsExactly("", "odd name", "", "text\n", "c.txt", "");
        assertThat(archive.entries())
                .extracting(entry -> new String(archive.read(entry), StandardCharsets.UTF_8))
                .containsExactly("", "odd name", "", "text\n", "c.txt", "");
    }

    @Test
    void pathIsFoundOrNot() throws IOException {
        shop.file("c.txt", "text\n").commit("Open");

        SourceArchive archive = write();

        assertThat(archive.find("c.txt").orElseThrow().size()).isEqualTo(5);
        assertThat(archive.find("C.txt")).isEmpty();
        assertThat(archive.find("../c.txt")).isEmpty();
    }

    @Test
    void contentsThatCrossBlocksAndSegmentsComeBackWhole() throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            contents.add(noise(i, 9 << 20));
        }
        for (int i = 0; i < 200; i++) {
            contents.add(noise(100 + i, 1_000));
        }
        for (int i = 0; i < contents.size(); i++) {
            shop.file("f%03d".formatted(i), contents.get(i));
        }
        shop.commit("Add noise");

        SourceArchive archive = write();

        assertThat(ENVIRONMENT.objectKeys()).contains(prefix(head()) + "segment-0", prefix(head()) + "segment-1");
        assertThat(load(archive).values()).containsExactlyElementsOf(contents);
        for (int i : new int[] {0, 3, 4, 68, 69, 203}) {
            assertThat(archive.read(archive.entries().get(i))).isEqualTo(contents.get(i));
        }
        objects.delete(prefix(head()) + "segment-0");
        assertThat(archive.read(archive.entries().getLast())).isEqualTo(contents.getLast());
    }

    private CommitId head() {
        return new CommitId(shop.git("rev-parse", "HEAD"));
    }

    @Test
    void sameCommitGivesTheSameBytes() throws IOException {
        RepositoryId twin = new RepositoryId(UUID.randomUUID());
        for (int i = 0; i < 50; i++) {
            shop.file("f" + i, "line\n".repeat(500 * i));
        }
        shop.commit("Open");

        CommitId commit = write(repository);
        write(twin);

        for (String name : List.of("manifest.gz", "segment-0")) {
            assertThat(objects.get(SnapshotKeys.snapshot(twin, commit) + "source/" + name))
                    .isEqualTo(objects.get(prefix(commit) + name));
        }
    }

    @Test
    void writingAgainReplacesWhatACrashLeft() throws IOException {
        shop.file("c.txt", "text\n").commit("Open");
        objects.put(prefix(head()) + "segment-0", new byte[] {1, 2, 3}, "application/octet-stream");

        assertThat(load(write()).values()).containsExactly("text\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void snapshotDoesNotExistBeforeItIsFinished() throws IOException {
        shop.file("noise", noise(1, 100)).commit("Open");

        try (FetchedCommit fetched = fetcher.fetch(
                        new CloneUrl.Local(shop.directory()), null, directory.resolve("git"), deadline, _ -> true);
                SourceArchiveWriter archive =
                        new SourceArchiveWriter(objects, repository, fetched.commit(), directory)) {
            fetched.walk(deadline, archive::add);
        }

        assertDamaged(() -> SourceArchive.open(objects, repository, head()));
        assertThat(directory.resolve("segment")).doesNotExist();
    }

    @Test
    void contentThatNobodyAsksForIsPassedBy() throws IOException {
        shop.file("a.txt", "first\n")
                .file("b.bin", noise(1, 200_000))
                .file("c.txt", "third\n")
                .file("d.txt", "fourth\n")
                .commit("Open");
        SourceArchive archive = write();
        for (List<String> wanted : List.of(List.of("d.txt"), List.of("a.txt", "c.txt"), List.of("b.bin", "d.txt"))) {
            Iterator<SourceArchive.Loaded> all = archive.load();
            while (all.hasNext()) {
                SourceArchive.Loaded loaded = all.next();
                if (wanted.contains(loaded.entry().path())) {
                    assertThat(loaded.content()).isEqualTo(archive.read(loaded.entry()));
                    assertThat(loaded.content()).isSameAs(loaded.content());
                }
            }
        }
    }

    @Test
    void contentCannotBeHadBehindTheNextEntry() throws IOException {
        shop.file("a.txt", "first\n").file("b.txt", "second\n").commit("Open");
        Iterator<SourceArchive.Loaded> all = write().load();
        SourceArchive.Loaded first = all.next();
        all.next();

        assertThatIllegalStateException().isThrownBy(first::content).withMessage("gone by: a.txt");
    }

    @Test
    void commitWithoutFilesHasAnArchiveToo() throws IOException {
        shop.commit("Open nothing");

        SourceArchive archive = write();

        assertThat(archive.entries()).isEmpty();
        assertThat(archive.load()).isExhausted();
    }

    @Nested
    class WhenItIsDamaged {
        private SourceArchive archive;

        @BeforeEach
        void writeArchive() throws IOException {
            shop.file("a.txt", "first\n".repeat(100))
                    .file("b.txt", noise(1, 200_000))
                    .file("c.txt", "last\n");
            shop.commit("Open");
            archive = write();
        }

        private void replace(String name, byte[] content) {
            objects.put(prefix(head()) + name, content, "application/octet-stream");
        }

        private void assertContentIsDamaged() {
            assertDamaged(() -> load(archive));
            assertDamaged(() -> archive.read(archive.entries().getFirst()));
        }

        @Test
        void segmentOfOtherBytesIsFoundOut() {
            byte[] segment = objects.get(prefix(head()) + "segment-0");
            Arrays.fill(segment, (byte) 0xff);
            replace("segment-0", segment);

            assertContentIsDamaged();
        }

        @Test
        void segmentThatIsTooShortIsFoundOut() {
            replace("segment-0", Arrays.copyOf(objects.get(prefix(head()) + "segment-0"), 10));

            assertContentIsDamaged();
        }

        @Test
        void segmentThatIsGoneIsFoundOut() {
            objects.delete(prefix(head()) + "segment-0");

            assertDamaged(() -> load(archive));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "something else\n",
                    "caffeinecode-source 1 not-a-commit 0\n",
                    "caffeinecode-source 1 COMMIT 2\n0\t0\t1\n",
                    "caffeinecode-source 1 COMMIT x\n",
                    "caffeinecode-source 1 COMMIT 0\ntext\tblob\t1\t0\t0\tno/such/block\n",
                    "caffeinecode-source 1 COMMIT 0\ntext\tblob\t-1\t-1\t0\tnegative/size\n",
                    "caffeinecode-source 1 COMMIT 0\ntext\tblob\t1\tshort\n",
                    "caffeinecode-source 1 COMMIT 0\nother\tblob\t1\t-1\t0\tunknown/kind\n",
                    "caffeinecode-source 1 COMMIT 1\n0\t-5\t1\n",
                    "caffeinecode-source 2 COMMIT 0\n"
                })
        void manifestThatIsNoneIsFoundOut(String text) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(text.replace("COMMIT", "a".repeat(40)).getBytes(StandardCharsets.UTF_8));
            }
            replace("manifest.gz", bytes.toByteArray());

            assertDamaged(() -> SourceArchive.open(objects, repository, head()));
        }

        @Test
        void manifestThatIsCutOffIsFoundOut() {
            byte[] manifest = objects.get(prefix(head()) + "manifest.gz");
            replace("manifest.gz", Arrays.copyOf(manifest, manifest.length - 10));

            assertDamaged(() -> SourceArchive.open(objects, repository, head()));
        }
    }
}
