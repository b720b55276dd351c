package dev.caffeinecode.embedded;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

@EnabledOnOs(OS.LINUX)
class AccountIT {
    private static final Account USER_NAMESPACE = Account.waysFromRoot().get(0);
    private static final Account SETPRIV = Account.waysFromRoot().get(1);
    private static final Account SETPRIV_PAST_DIRECTORIES =
            Account.waysFromRoot().get(2);
    private static final Account RUNUSER = Account.waysFromRoot().get(3);

    /** Shared, because it holds the binaries; each test sets who may enter it. */
    @TempDir
    static Path directory;

    @BeforeAll
    static void unpackBinaries() throws Exception {
        assumeThat(Files.getAttribute(directory, "unix:uid"))
                .as("only root has to become somebody else")
                .isEqualTo(0);
        CachedBinaries.putPgvectorInto(Files.createDirectory(cache()));
    }

    @Test
    void userNamespaceReachesADirectoryForRootOnly() throws Exception {
        assumeUserNamespaces();
        close("rwx------");

        assertThat(startWith(USER_NAMESPACE)).isEqualTo("7");
    }

    @Test
    void setprivStartsWhereEverybodyMayEnter() throws Exception {
        close("rwxr-xr-x");

        assertThat(startWith(SETPRIV)).isEqualTo("7");
    }

    @Test
    void setprivWithOneCapabilityReachesADirectoryForRootOnly() throws Exception {
        close("rwx------");

        assertThat(startWith(SETPRIV_PAST_DIRECTORIES)).isEqualTo("7");
    }

    @Test
    void runuserStartsWhereEverybodyMayEnter() throws Exception {
        close("rwxr-xr-x");

        assertThat(startWith(RUNUSER)).isEqualTo("7");
    }

    @Test
    void dataAreHandedOverWhenAnotherWayIsTaken() throws Exception {
        assumeUserNamespaces();
        close("rwxr-xr-x");
        Path data = directory.resolve("handed-over");

        assertThat(startWith(USER_NAMESPACE, data)).isEqualTo("7");
        assertThat(startWith(SETPRIV, data)).isEqualTo("7");
    }

    @Test
    void firstWayThatWorksIsTaken() throws Exception {
        close("rwx------");
        Account notInstalled = new Account(List.of("no-such-program"), false);
        Account stillRoot = new Account(List.of("env"), false);

        Account chosen = Account.choose(
                List.of(notInstalled, stillRoot, SETPRIV, SETPRIV_PAST_DIRECTORIES, RUNUSER),
                CachedBinaries.installation(),
                directory);

        assertThat(chosen).isEqualTo(SETPRIV_PAST_DIRECTORIES);
    }

    @Test
    void rootIsToldWhatToDoWhenNoWayWorks() {
        List<Account> ways = List.of(new Account(List.of("env"), false));

        assertThatExceptionOfType(EmbeddedStartException.class)
                .isThrownBy(() -> Account.choose(ways, CachedBinaries.installation(), directory))
                .withMessageContaining("Run this program as a normal user")
                .withMessageContaining("CAFFEINE_DATABASE_URL")
                .withMessageContaining("env: exit code 1");
    }

    /** Containers and changed roots often forbid them; the other ways have to do there. */
    private static void assumeUserNamespaces() throws IOException, InterruptedException {
        assumeThat(new Program(List.of("unshare", "-U", "true"), Map.of(), Duration.ofSeconds(10))
                        .run()
                        .exitCode())
                .as("user namespaces are allowed here")
                .isZero();
    }

    private void close(String permissions) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
    }

    private String startWith(Account way) throws SQLException {
        return startWith(way, directory.resolve("data-" + System.nanoTime()));
    }

    /** Writes unless it is written, and reads. */
    private String startWith(Account way, Path data) throws SQLException {
        PostgresOptions options = PostgresOptions.forTests().withCacheDirectory(cache());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(
                data, options, (installation, root) -> Account.choose(List.of(way), installation, root))) {
            Sql.execute(postgres, "postgres", "CREATE TABLE IF NOT EXISTS run AS SELECT 7 AS id");
            return Sql.query(postgres, "postgres", "SELECT id FROM run");
        }
    }

    private static Path cache() {
        return directory.resolve("cache");
    }
}
