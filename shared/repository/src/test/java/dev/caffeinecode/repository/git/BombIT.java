package dev.caffeinecode.repository.git;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.testing.ChildJvm;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Repositories that are small until they are read. */
class BombIT extends ServedRepository {
    private RawObjects objects;

    @BeforeEach
    void open() {
        objects = new RawObjects(shop.directory());
    }

    @AfterEach
    void close() {
        objects.close();
    }

    @Test
    void objectOverTheLimitIsRefused() {
        shop.file("zeros", new byte[2 << 20]).commit("Add zeros");

        assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.OBJECT_TOO_LARGE);
    }

    @Test
    void deltaThatSwellsOverTheLimitIsRefused() throws IOException {
        commit(new DeltaPack(2, 400, 401));

        assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.OBJECT_TOO_LARGE);
    }

    @Test
    void deltaThatSwellsWithinTheLimitIsRead() throws IOException {
        commit(new DeltaPack(2, 3));

        try (FetchedCommit fetched = fetches.fetch(url)) {
            assertThat(Fetches.entries(fetched)).containsExactly("oversize f0", "oversize f1");
        }
    }

    @Test
    void deltasThatSwellOverTheLimitTogetherAreRefusedBeforeTheyAreLookedAt() throws IOException {
        commit(new DeltaPack(IntStream.rangeClosed(4, 16).toArray()));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> fetches.fetch(url))
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.REPOSITORY_TOO_LARGE);
    }

    @Test
    void filesOverTheLimitTogetherAreRefused() throws IOException {
        ObjectId blob = objects.blob(new byte[100_000]);
        TreeFormatter root = new TreeFormatter();
        for (int i = 0; i < 100; i++) {
            RawObjects.append(root, "f%06d".formatted(i), FileMode.REGULAR_FILE, blob);
        }
        objects.commit(objects.tree(root));

        assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.REPOSITORY_TOO_LARGE);
    }

    @Test
    void blobOfAGibibyteIsRefusedInLittleMemory() throws IOException {
        try (RandomAccessFile zeros =
                new RandomAccessFile(shop.directory().resolve("zeros").toFile(), "rw")) {
            zeros.setLength(1L << 30);
        }
        shop.git("config", "core.compression", "1");
        shop.commit("Add zeros");

        assertThat(codeInLittleMemory()).isEqualTo("object_too_large");
    }

    @Test
    void deltaThatSwellsOverTheLimitIsRefusedInLittleMemory() throws IOException {
        commit(new DeltaPack((100 << 20) / 0xffff + 1));

        assertThat(codeInLittleMemory()).isEqualTo("object_too_large");
    }

    /** With the limits that are set by default. */
    private String codeInLittleMemory() throws IOException {
        Map<String, String> environment = Map.of("JDK_JAVA_OPTIONS", "-Xmx256m");
        try (ChildJvm child = ChildJvm.start(FetchProgram.class, environment, url, directory.resolve("child"))) {
            return child.readLine();
        }
    }

    private void commit(DeltaPack pack) throws IOException {
        Path file = Files.createDirectories(shop.directory().resolve(".git/objects/pack"))
                .resolve("pack-" + "e".repeat(40) + ".pack");
        Files.write(file, pack.bytes());
        shop.git("index-pack", file.toString());
        TreeFormatter root = new TreeFormatter();
        for (int i = 0; i < pack.blobs().size(); i++) {
            RawObjects.append(root, "f" + i, FileMode.REGULAR_FILE, pack.blobs().get(i));
        }
        objects.commit(objects.tree(root));
    }

    @Test
    void treeOfTooManyFilesIsRefused() throws IOException {
        ObjectId blob = objects.blob("");
        TreeFormatter root = new TreeFormatter();
        for (int i = 0; i <= Fetches.LIMITS.maxFiles(); i++) {
            RawObjects.append(root, "f%06d".formatted(i), FileMode.REGULAR_FILE, blob);
        }
        objects.commit(objects.tree(root));

        assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.TOO_MANY_FILES);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void folderThatDoesNotFitIntoMemoryIsRefused(boolean nested) throws IOException {
        ObjectId blob = objects.blob("");
        String name = "x".repeat(120_000);
        TreeFormatter large = new TreeFormatter();
        for (int i = 0; i < 300; i++) {
            RawObjects.append(large, "%03d".formatted(i) + name, FileMode.REGULAR_FILE, blob);
        }
        ObjectId folder = objects.tree(large);
        objects.commit(nested ? objects.tree("folder", FileMode.TREE, folder) : folder);
        CloneLimits limits = new CloneLimits(64 << 20, 64 << 20, 128 << 20, 500, 20, 1 << 16, Duration.ofMinutes(1));

        assertThat(Fetches.refusal(() -> fetches.fetch(url, null, limits, Deadline.in(limits.timeout(), () -> true)))
                        .code())
                .isEqualTo(ErrorCode.TOO_MANY_FILES);
    }

    @Test
    void packOfTooManyFilesIsRefusedBeforeItIsRead() {
        for (int i = 0; i < Fetches.LIMITS.maxFiles() + 100; i++) {
            shop.file("f" + i, "content " + i);
        }
        shop.commit("Add many files");

        assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.TOO_MANY_FILES);
    }

    @Test
    void tenFoldersInEachOfTenFoldersAreCountedAsOftenAsTheyAppear() throws IOException {
        ObjectId tree = objects.tree("f", FileMode.REGULAR_FILE, objects.blob(""));
        for (int level = 0; level < 10; level++) {
            TreeFormatter ten = new TreeFormatter();
            for (int i = 0; i < 10; i++) {
                RawObjects.append(ten, "d" + i, FileMode.TREE, tree);
            }
            tree = objects.tree(ten);
        }
        objects.commit(tree);

        assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.TOO_MANY_FILES);
    }

    @Test
    void foldersNestedTooDeepAreRefused() throws IOException {
        ObjectId tree = objects.tree("f", FileMode.REGULAR_FILE, objects.blob(""));
        for (int level = 0; level <= Fetches.LIMITS.maxDepth(); level++) {
            tree = objects.tree("d", FileMode.TREE, tree);
        }
        objects.commit(tree);

        assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.PATH_TOO_DEEP);
    }
}
