package dev.caffeinecode.docs.citation;

import dev.caffeinecode.docs.DocsDatabase;
import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.repository.CommitId;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.SnapshotId;
import dev.caffeinecode.repository.SnapshotKeys;
import dev.caffeinecode.repository.SnapshotState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SnapshotArchivesIT {
    private static final DocsDatabase DATABASE = new DocsDatabase(Map.of());
    private static final String BLOB = "0".repeat(40);

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
    private Snapshot snapshot(String text) {
        Snapshot snapshot = new Snapshot(
                new SnapshotId(UUID.randomUUID()),
                new RepositoryId(UUID.randomUUID()),
                new CommitId(DocsDatabase.COMMIT),
                "main",
                Instant.EPOCH,
                SnapshotState.INDEXED,
                new Snapshot.Contents(3, 1, 0),
                null,
                null,
                Instant.EPOCH);
        byte[] file = deflated(text.getBytes(StandardCharsets.UTF_8));
        byte[] binary = deflated(new byte[] {0, 1, 2, 3});
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        segment.writeBytes(file);
        segment.writeBytes(binary);
        objects.put(prefix(snapshot) + "segment-0", segment.toByteArray(), "application/octet-stream");
        String manifest = "caffeinecode-source 1 " + DocsDatabase.COMMIT + "\n"
                + entry("text", text.getBytes(StandardCharsets.UTF_8).length, 0, 0, file.length, "a b.txt")
                + entry("binary", 4, 0, file.length, binary.length, "image.png")
                + entry("submodule", 0, -1, 0, 0, "lib");
        objects.put(prefix(snapshot) + "manifest.gz", gzipped(manifest), "application/gzip");
        return snapshot;
    }

    private static String entry(String kind, int size, int segment, int offset, int length, String path) {
        return String.join(
                        "\t",
                        kind,
                        BLOB,
                        String.valueOf(size),
                        String.valueOf(segment),
                        String.valueOf(offset),
                        String.valueOf(length),
                        path)
                + "\n";
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED, true))) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void deleteManifest(Snapshot snapshot) {
        objects.put(prefix(snapshot) + "manifest.gz", new byte[0], "application/gzip");
    }

    @Test
    void textIsDecodedAndMasked() {
        SnapshotSources sources = archives.sources(snapshot("caf\u00e9\r\nkey ghp_" + "a".repeat(36) + "\n"));

        assertThat(sources.find("a b.txt").orElseThrow().line(1)).isEqualTo("caf\u00e9");
        assertThat(sources.find("a b.txt").orElseThrow().line(2)).isEqualTo("key [secret removed]");
        assertThat(sources.masked()).isEqualTo(1);
        assertThat(sources.mentions("caf\u00e9")).isTrue();
        assertThat(sources.mentions("ghp_")).isFalse();
    }

    @Test
    void whatHasNoTextIsNotThere() {
        SnapshotSources sources = archives.sources(snapshot("x"));

        assertThat(sources.find("image.png")).isEmpty();
        assertThat(sources.find("lib")).isEmpty();
        assertThat(sources.find("nothing")).isEmpty();
    }

    @Test
    void listOfFilesIsReadOnceWhileItIsAmongTheLastFew() {
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
