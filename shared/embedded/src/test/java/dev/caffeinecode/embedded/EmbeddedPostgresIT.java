package dev.caffeinecode.embedded;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EmbeddedPostgresIT {
    @TempDir
    static Path directory;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = EmbeddedPostgres.start(directory, CachedBinaries.throwaway());
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void vectorsAreComparedAndTheOtherExtensionsAreThere() throws SQLException {
        postgres.createDatabase("docs");
        Sql.execute(postgres, "docs", "CREATE EXTENSION vector");
        Sql.execute(postgres, "docs", "CREATE EXTENSION pgcrypto");
        Sql.execute(postgres, "docs", "CREATE EXTENSION citext");
        Sql.execute(postgres, "docs", """
                CREATE TABLE chunk (id int, embedding vector(3));
                INSERT INTO chunk VALUES (1, '[1,0,0]'), (2, '[0,1,0]'), (3, '[0,0,1]');
                CREATE INDEX ON chunk USING hnsw (embedding vector_cosine_ops)
                """);

        String nearest =
                Sql.query(postgres, "docs", "SELECT id FROM chunk ORDER BY embedding <=> '[0.1,0.9,0.2]' LIMIT 1");

        assertThat(nearest).isEqualTo("2");
    }

    @Test
    void listensOnTheLoopbackAddressAndNowhereElse() throws SQLException {
        assertThat(Sql.query(postgres, "postgres", "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Sql.query(postgres, "postgres", "SHOW unix_socket_directories"))
                .isEmpty();
    }

    @Test
    void onlyThePasswordLetsIn() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), "postgres", "guess"))
                .extracting(SQLException::getSQLState)
                .isEqualTo("28P01");
    }

    @Test
    void passwordFileIsForItsOwnerOnly() throws Exception {
        Path file = directory.resolve("password");

        assertThat(Files.readString(file).strip())
                .isEqualTo(postgres.password())
                .hasSize(48);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void databasesAreCreatedClonedAndDropped() throws SQLException {
        postgres.createDatabase("model");
        postgres.createDatabase("model");
        Sql.execute(postgres, "model", "CREATE TABLE run AS SELECT 7 AS id");

        postgres.createDatabaseFromTemplate("copy", "model");
        postgres.dropDatabase("model");
        postgres.dropDatabase("model");

        assertThat(Sql.query(postgres, "copy", "SELECT id FROM run")).isEqualTo("7");
        assertThat(Sql.query(postgres, "postgres", "SELECT count(*) FROM pg_database WHERE datname = 'model'"))
                .isEqualTo("0");
    }

    @Test
    void databaseNameIsNotSql() {
        assertThatIllegalArgumentException().isThrownBy(() -> postgres.dropDatabase("docs\"; DROP DATABASE \"docs"));
    }

    @Test
    void textIsSortedAndFoldedByUnicode() throws SQLException {
        assertThat(Sql.query(
                        postgres, "postgres", "SELECT string_agg(w, '' ORDER BY w) FROM unnest('{b,ä,a,B}'::text[]) w"))
                .isEqualTo("aäbB");
        assertThat(Sql.query(postgres, "postgres", "SELECT lower('ÄÉ')")).isEqualTo("äé");
    }

    @Test
    void secondStartOnTheSameDirectoryIsRefused() {
        assertThatExceptionOfType(EmbeddedStartException.class)
                .isThrownBy(() -> EmbeddedPostgres.start(directory, CachedBinaries.throwaway()))
                .withMessageContaining("Another CaffeineCode uses " + directory);
    }

    @Test
    void portThatIsTakenIsNamed(@TempDir Path other) {
        int taken = Integer.parseInt(postgres.jdbcUrl("").replaceAll("^.*:(\\d+)/$", "$1"));

        assertThatExceptionOfType(EmbeddedStartException.class)
                .isThrownBy(() ->
                        EmbeddedPostgres.start(other, CachedBinaries.throwaway().withPort(taken)))
                .withMessageContaining("Address already in use");
    }
}
