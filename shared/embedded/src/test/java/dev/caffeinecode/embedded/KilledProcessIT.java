package dev.caffeinecode.embedded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KilledProcessIT {
    @TempDir
    Path directory;

    @Test
    void serverLeftByAKilledProcessIsReplacedAndItsDataAreKept() throws Exception {
        ProcessHandle leftover = killWhileRunning();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, CachedBinaries.durable())) {
            assertThat(Postmaster.running(leftover)).isFalse();
            assertThat(Sql.query(postgres, "postgres", "SELECT id FROM run")).isEqualTo("7");
        }
    }

    @Test
    void discardStopsWhatAKilledProcessLeftAndDeletesTheDirectory() throws Exception {
        ProcessHandle leftover = killWhileRunning();

        boolean discarded = EmbeddedPostgres.discard(directory);

        assertThat(discarded).isTrue();
        assertThat(Postmaster.running(leftover)).isFalse();
        assertThat(directory).doesNotExist();
    }

    @Test
    void directoryOfALiveProcessIsNeitherStartedNorDiscarded() throws Exception {
        try (ChildJvm child = startChild()) {
            String server = child.readLine();

            assertThatExceptionOfType(EmbeddedStartException.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(directory, CachedBinaries.durable()))
                    .withMessageContaining("Another CaffeineCode uses");
            assertThat(EmbeddedPostgres.discard(directory)).isFalse();
            assertThat(process(server).isAlive()).isTrue();
            child.terminate();
        }
    }

    @Test
    void serverDoesNotOutliveATerminatedProcess() throws Exception {
        try (ChildJvm child = startChild()) {
            ProcessHandle server = process(child.readLine());

            child.terminate();

            assertThat(Postmaster.running(server)).isFalse();
        }
    }

    @Test
    void lockFileWhoseNumberBelongsToAnotherProgramIsStale() throws Exception {
        EmbeddedPostgres.start(directory, CachedBinaries.durable()).close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            writeLockFile(stranger.pid());

            EmbeddedPostgres.start(directory, CachedBinaries.durable()).close();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly().waitFor();
        }
    }

    @Test
    void lockFileOfADeadProcessIsStale() throws Exception {
        EmbeddedPostgres.start(directory, CachedBinaries.durable()).close();
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        writeLockFile(dead.pid());

        EmbeddedPostgres.start(directory, CachedBinaries.durable()).close();

        assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void initialisationThatWasKilledIsDoneAgain() throws IOException, SQLException {
        Path part = directory.resolve("data.part-1-abc/base");
        Files.createDirectories(part);
        Files.writeString(part.resolve("half"), "a file");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, CachedBinaries.throwaway())) {
            assertThat(Sql.query(postgres, "postgres", "SELECT 1")).isEqualTo("1");
        }

        assertThat(part).doesNotExist();
    }

    private ProcessHandle killWhileRunning() throws IOException, InterruptedException {
        try (ChildJvm child = startChild()) {
            ProcessHandle server = process(child.readLine());
            child.kill();
            assertThat(server.isAlive()).isTrue();
            return server;
        }
    }

    private ChildJvm startChild() throws IOException {
        return ChildJvm.start(PostgresProgram.class, directory, CachedBinaries.directory());
    }

    private void writeLockFile(long pid) throws IOException {
        List<String> lines =
                List.of(String.valueOf(pid), directory.resolve("data").toString(), "1", "5432", "", "", "");
        Files.write(directory.resolve("data/postmaster.pid"), lines);
    }

    private static ProcessHandle process(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
