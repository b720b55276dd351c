package dev.caffeinecode.docs.citation;

import dev.caffeinecode.docs.DocsDatabase;
import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.SnapshotId;
import dev.caffeinecode.repository.SnapshotKeys;
import dev.caffeinecode.repository.SnapshotState;
import dev.caffeinecode.repository.archive.SourceArchiveWriter;
import dev.caffeinecode.repository.git.Deadline;
import dev.caffeinecode.repository.git.FetchedCommit;
import dev.caffeinecode.repository.git.GitFetcher;
import dev.caffeinecode.repository.url.CloneUrlParser;
import dev.caffeinecode.testing.GitFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SnapshotArchivesIT {
    private static final DocsDatabase DATABASE = new DocsDatabase(Map.of("caffeine.clone-urls.local-paths", true));

    @TempDir
    private Path directory;

    private final ObjectStore objects = DATABASE.bean(ObjectStore.class);
    private final SnapshotArchives archives = DATABASE.bean(SnapshotArchives.class);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static String prefix(Snapshot snapshot) {
        return SnapshotKeys.snapshot(snapshot.repository(), snapshot.commit()) + "source/";
    }

    /** A snapshot with one file, a submodule and a file that is no text. */
    private Snapshot snapshot(String text) throws IOException {
        RepositoryId repository = new RepositoryId(UUID.randomUUID());
        Path path = directory.resolve(repository.toString());
        GitFixture git = GitFixture.create(path).file("a b.txt", text).file("image.png", new byte[] {0, 1, 2, 3});
        Files.createDirectory(path.resolve("lib"));
        git.git("update-index", "--add", "--cacheinfo", "160000," + "1".repeat(40) + ",lib");
        git.commit("Begin");
        Path scratch = Files.createDirectory(directory.resolve(repository + "-scratch"));
        Deadline deadline = Deadline.in(Duration.ofMinutes(1), () -> true);
        try (FetchedCommit fetched = DATABASE.bean(GitFetcher.class)
                        .fetch(
                                DATABASE.bean(CloneUrlParser.class).parse(path.toString()),
                                null,
                                scratch.resolve("git"),
                                deadline,
                                _ -> true);
                SourceArchiveWriter archive = new SourceArchiveWriter(objects, repository, fetched.commit(), scratch)) {
            fetched.walk(deadline, archive::add);
            archive.finish();
            return new Snapshot(
                    new SnapshotId(UUID.randomUUID()),
                    repository,
                    fetched.commit(),
                    "main",
                    Instant.EPOCH,
                    SnapshotState.INDEXED,
                    new Snapshot.Contents(3, 1, 0),
                    null,
                    null,
                    Instant.EPOCH);
        }
    }

    private void deleteManifest(Snapshot snapshot) {
        objects.put(prefix(snapshot) + "manifest.gz", new byte[0], "application/gzip");
    }

    @Test
    void textIsDecodedAndMasked() throws IOException {
        SnapshotSources sources = archives.sources(snapshot("caf\u00e9\r\nkey ghp_" + "a".repeat(36) + "\n"));

        assertThat(sources.find("a b.txt").orElseThrow().line(1)).isEqualTo("caf\u00e9");
        assertThat(sources.find("a b.txt").orElseThrow().line(2)).isEqualTo("key [secret removed]");
        assertThat(sources.masked()).isEqualTo(1);
        assertThat(sources.mentions("caf\u00e9")).isTrue();
        assertThat(sources.mentions("ghp_")).isFalse();
    }

    @Test
    void whatHasNoTextIsNotThere() throws IOException {
        SnapshotSources sources = archives.sources(snapshot("x"));

        assertThat(sources.find("image.png")).isEmpty();
        assertThat(sources.find("lib")).isEmpty();
        assertThat(sources.find("nothing")).isEmpty();
    }

    @Test
    void listOfFilesIsReadOnceWhileItIsAmongTheLastFew() throws IOException {
        Snapshot first = snapshot("first");
        Snapshot second = snapshot("second");
        archives.sources(first);
        archives.sources(second);
        deleteManifest(first);
        deleteManifest(second);

        assertThat(archives.sources(first).find("a b.txt").orElseThrow().line(1))
                .isEqualTo("first");
        assertThat(archives.sources(second).find("a b.txt").orElseThrow().line(1))
                .isEqualTo("second");

        archives.sources(snapshot("third"));
        assertThat(archives.sources(second).find("a b.txt")).isPresent();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> archives.sources(first));
    }
}
