package dev.caffeinecode.embedded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class WholeDirectoryTest {
    @TempDir
    Path parent;

    @Test
    void failureLeavesNothing() {
        Path target = parent.resolve("target");

        assertThatIOException()
                .isThrownBy(() -> WholeDirectory.fillOnce(target, directory -> {
                    Files.writeString(directory.resolve("half"), "a file");
                    throw new IOException("disk full");
                }));

        assertThat(target).doesNotExist();
        assertThat(parent).isDirectoryNotContaining("glob:**part*");
    }

    @Test
    void whatAKilledProcessLeftIsNotTakenForWholeAndSweptAway() throws Exception {
        Path target = parent.resolve("target");
        Path leftover = Files.createDirectories(parent.resolve("target.part-1-abc/deep"));

        WholeDirectory.fillOnce(target, directory -> Files.writeString(directory.resolve("whole"), "a file"));

        assertThat(target.resolve("whole")).exists();
        assertThat(leftover).doesNotExist();
    }

    @Test
    void concurrentCallersFillOnce() throws Exception {
        Path target = parent.resolve("target");
        AtomicInteger fillings = new AtomicInteger();

        List<Future<Path>> callers = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                callers.add(executor.submit(
                        () -> WholeDirectory.fillOnce(target, directory -> fillings.incrementAndGet())));
            }
        }

        for (Future<Path> caller : callers) {
            assertThat(caller.get()).isEqualTo(target).exists();
        }
        assertThat(fillings).hasValue(1);
    }
}
