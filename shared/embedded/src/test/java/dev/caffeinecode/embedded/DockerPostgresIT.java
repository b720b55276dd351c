package dev.caffeinecode.embedded;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

class DockerPostgresIT {
    @TempDir
    Path directory;

    /** The container of the program in place of docker is an embedded server. */
    @Nested
    class WhenTheContainerRuns {
        @Test
        void containerAndVolumeAreNamedAfterTheDirectoryAndPublishedOnTheLoopbackAddressOnly() throws Exception {
            try (EmbeddedPostgres server =
                    EmbeddedPostgres.start(directory.resolve("server"), CachedBinaries.throwaway())) {
                FakeDocker docker = FakeDocker.create(directory.resolve("bin")).publishing(server);

                DockerPostgres.start(dataWithPasswordOf(server), PostgresOptions.forKeeps(), docker.cli())
                        .close();

                String name = docker.calls().get(1).replace("stop -t 30 ", "");
                assertThat(name).matches("caffeinecode-[0-9a-f]{12}");
                assertThat(docker.calls())
                        .containsExactly(
                                "image inspect --format {{.Id}} pgvector/pgvector:pg17",
                                "stop -t 30 " + name,
                                "rm --force " + name,
                                "run --detach --name " + name + " --publish 127.0.0.1::5432"
                                        + " --env POSTGRES_PASSWORD"
                                        + " --env POSTGRES_INITDB_ARGS=--locale-provider=icu --icu-locale=und"
                                        + " --volume " + name + ":/var/lib/postgresql/data"
                                        + " pgvector/pgvector:pg17 postgres "
                                        + String.join(" ", ServerSettings.arguments(PostgresOptions.forKeeps())),
                                "port " + name + " 5432/tcp",
                                "stop -t 30 " + name,
                                "rm --force " + name);
            }
        }

        @Test
        void passwordIsGivenInTheEnvironmentAndConnectionsWork() throws Exception {
            try (EmbeddedPostgres server =
                    EmbeddedPostgres.start(directory.resolve("server"), CachedBinaries.throwaway())) {
                FakeDocker docker = FakeDocker.create(directory.resolve("bin")).publishing(server);

                try (DockerPostgres postgres =
                        DockerPostgres.start(dataWithPasswordOf(server), PostgresOptions.forKeeps(), docker.cli())) {
                    assertThat(Sql.query(postgres, "postgres", "SELECT 7")).isEqualTo("7");
                    assertThat(docker.givenPassword()).isEqualTo(postgres.password());
                    assertThat(docker.calls()).noneMatch(call -> call.contains(postgres.password()));
                }
            }
        }

        @Test
        void missingImageIsDownloadedFirst() throws Exception {
            try (EmbeddedPostgres server =
                    EmbeddedPostgres.start(directory.resolve("server"), CachedBinaries.throwaway())) {
                FakeDocker docker = FakeDocker.create(directory.resolve("bin"))
                        .publishing(server)
                        .withoutImage();

                DockerPostgres.start(dataWithPasswordOf(server), PostgresOptions.forKeeps(), docker.cli())
                        .close();

                assertThat(docker.calls().get(1)).isEqualTo("pull --quiet pgvector/pgvector:pg17");
            }
        }

        @Test
        void volumeOfAnotherPasswordIsExplained() throws Exception {
            try (EmbeddedPostgres server =
                    EmbeddedPostgres.start(directory.resolve("server"), CachedBinaries.throwaway())) {
                FakeDocker docker = FakeDocker.create(directory.resolve("bin")).publishing(server);

                assertThatExceptionOfType(EmbeddedStartException.class)
                        .isThrownBy(() -> DockerPostgres.start(
                                directory.resolve("data"), PostgresOptions.forKeeps(), docker.cli()))
                        .withMessageContaining("docker volume rm caffeinecode-");
            }
        }

        private Path dataWithPasswordOf(EmbeddedPostgres server) throws IOException {
            Path data = Files.createDirectory(directory.resolve("data"));
            PasswordFile.write(data.resolve("password"), server.password());
            return data;
        }
    }

    @Test
    void containerThatDiesIsReportedWithItsLogAndRemoved() throws Exception {
        FakeDocker docker = FakeDocker.create(directory.resolve("bin"));

        assertThatExceptionOfType(EmbeddedStartException.class)
                .isThrownBy(
                        () -> DockerPostgres.start(directory.resolve("data"), PostgresOptions.forKeeps(), docker.cli()))
                .withMessageContaining("log of the container");
        assertThat(docker.calls().getLast()).startsWith("rm --force caffeinecode-");
    }

    @Test
    void clientWithoutEngineDoesNotAnswer() throws Exception {
        FakeDocker docker = FakeDocker.create(directory.resolve("bin"));

        assertThat(docker.cli().answers()).isTrue();
        assertThat(docker.withoutEngine().cli().answers()).isFalse();
        assertThat(docker.calls().getLast()).isEqualTo("version --format {{.Server.Version}}");
    }

    @Test
    void machineWithoutDockerDoesNotAnswer() {
        assertThat(new DockerCli(directory.resolve("docker").toString()).answers())
                .isFalse();
    }

    @Test
    void embeddedServerIsChosenWhereDockerDoesNotAnswer() throws SQLException {
        assumeThat(DockerCli.onPath().answers()).isFalse();

        try (LocalPostgres postgres = LocalPostgres.start(directory.resolve("data"), CachedBinaries.throwaway())) {
            assertThat(postgres).isInstanceOf(EmbeddedPostgres.class);
            assertThat(Sql.query(postgres, "postgres", "SELECT 7")).isEqualTo("7");
        }
    }
}
