package dev.caffeinecode.embedded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RestartIT {
    @TempDir
    Path directory;

    @Test
    void dataOutliveARestartWithOtherOptions() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, CachedBinaries.durable())) {
            Sql.execute(postgres, "postgres", "CREATE TABLE run AS SELECT 7 AS id");
            assertThat(Sql.query(postgres, "postgres", "SHOW fsync")).isEqualTo("on");
        }

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, CachedBinaries.throwaway())) {
            assertThat(Sql.query(postgres, "postgres", "SELECT id FROM run")).isEqualTo("7");
            assertThat(Sql.query(postgres, "postgres", "SHOW fsync")).isEqualTo("off");
        }
    }

    @Test
    void passwordThatDoesNotFitTheDataIsExplained() throws Exception {
        EmbeddedPostgres.start(directory, CachedBinaries.throwaway()).close();
        Files.delete(directory.resolve("password"));

        assertThatExceptionOfType(EmbeddedStartException.class)
                .isThrownBy(() -> EmbeddedPostgres.start(directory, CachedBinaries.throwaway()))
                .withMessageContaining("Restore that file");
        assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void interruptedThreadStillStopsTheServer() {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, CachedBinaries.throwaway());

        Thread.currentThread().interrupt();
        postgres.close();
        boolean interrupted = Thread.interrupted();
        postgres.close();

        assertThat(interrupted).isTrue();
        assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
    }
}
