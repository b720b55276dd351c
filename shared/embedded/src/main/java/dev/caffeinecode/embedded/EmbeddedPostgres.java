package dev.caffeinecode.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * PostgreSQL from binaries on the class path, in a process of its own. Everything is kept below one directory, which is
 * for one live process at a time; the server a killed process left on it is stopped at the next start. Whoever starts
 * it registers a shutdown hook that closes it, or the server outlives the JVM.
 */
public final class EmbeddedPostgres implements LocalPostgres {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final ProcessLock lock;
    private final ServerProcess server;
    private final String password;
    private final Closing closing = new Closing();

    private EmbeddedPostgres(ProcessLock lock, ServerProcess server, String password) {
        this.lock = lock;
        this.server = server;
        this.password = password;
    }

    /** How {@link Account} is chosen; tests force each way. */
    @FunctionalInterface
    interface AccountChoice {
        Account choose(Installation installation, Path directory) throws InterruptedException;
    }

    /**
     * Starts the server and waits until it answers. The first start on a machine unpacks the binaries and builds
     * pgvector (seconds); the first on a directory creates the data.
     *
     * @throws EmbeddedStartException if it cannot be started, or if a live process already runs one on the directory
     */
    public static EmbeddedPostgres start(Path directory, PostgresOptions options) {
        return start(directory, options, Account::choose);
    }

    static EmbeddedPostgres start(Path directory, PostgresOptions options, AccountChoice accounts) {
        return OwnDirectory.start(directory, (root, lock) -> start(root, lock, options, accounts));
    }

    /**
     * Deletes a directory and everything in it, and stops the server that a killed process may have left on it.
     *
     * @return false if a live process uses the directory; nothing is touched then
     */
    public static boolean discard(Path directory) throws IOException, InterruptedException {
        if (!Files.exists(directory)) {
            return true;
        }
        Path root = directory.toRealPath();
        Optional<ProcessLock> free = ProcessLock.tryAcquire(OwnDirectory.lockFile(root));
        if (free.isEmpty()) {
            return false;
        }
        try (ProcessLock _ = free.get()) {
            ServerProcess.stopLeftover(data(root));
            WholeDirectory.delete(root);
        }
        return true;
    }

    @Override
    public String jdbcUrl(String database) {
        return jdbcUrl(server.port(), database);
    }

    @Override
    public String user() {
        return ServerSettings.SUPERUSER;
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public void close() {
        closing.once(lock, server::stop);
    }

    private static EmbeddedPostgres start(Path root, ProcessLock lock, PostgresOptions options, AccountChoice accounts)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Path cache = Files.createDirectories(cache(root, options)).toRealPath();
        Platform platform = Platform.current();
        Installation installation = Installation.unpack(cache, platform);
        Pgvector.forThisMachine(platform).install(installation, cache);
        Account account = accounts.choose(installation, root);
        String password = PasswordFile.readOrCreate(root.resolve("password"));
        new DataDirectory(installation, account, options.durable()).createUnlessExists(data(root), password);
        ServerProcess server = ServerProcess.start(data(root), installation, account, options);
        try {
            DriverManager.getConnection(jdbcUrl(server.port(), "postgres"), ServerSettings.SUPERUSER, password)
                    .close();
        } catch (SQLException e) {
            server.stop();
            throw new EmbeddedStartException(
                    "PostgreSQL runs on " + data(root) + " but refuses the password in " + root.resolve("password")
                            + ". Restore that file, or delete both to start with no data.",
                    e);
        }
        LOG.atInfo()
                .addKeyValue("directory", root)
                .addKeyValue("port", server.port())
                .addKeyValue("milliseconds", (System.nanoTime() - begin) / 1_000_000)
                .log("PostgreSQL started");
        return new EmbeddedPostgres(lock, server, password);
    }

    private static Path cache(Path root, PostgresOptions options) {
        Path chosen = options.cacheDirectory();
        return chosen == null ? root.resolve("cache") : chosen;
    }

    private static Path data(Path root) {
        return root.resolve("data");
    }

    private static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
