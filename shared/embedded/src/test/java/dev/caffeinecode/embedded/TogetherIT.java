package dev.caffeinecode.embedded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

class TogetherIT {
    @TempDir
    Path directory;

    @Test
    void allStandInsStartAtTheSameTimeInOneProcess() throws Exception {
        CachedBinaries.putPgvectorInto(directory);
        PostgresOptions options = PostgresOptions.forTests().withCacheDirectory(directory);
        List<Callable<AutoCloseable>> starts = List.of(
                () -> EmbeddedPostgres.start(directory.resolve("postgres-1"), options),
                () -> EmbeddedPostgres.start(directory.resolve("postgres-2"), options),
                () -> EmbeddedQueues.start("eu-central-1", "111122223333"),
                () -> EmbeddedObjects.start(directory.resolve("objects"), "id", "secret"));

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<AutoCloseable> started : executor.invokeAll(starts)) {
                try (AutoCloseable standIn = started.get()) {
                    assertThat(standIn).isNotNull();
                }
            }
        }
    }
}
