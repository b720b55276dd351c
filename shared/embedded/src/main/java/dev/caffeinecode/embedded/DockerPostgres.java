package dev.caffeinecode.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL in a container. Container and volume are named after the directory, so that the container a killed process
 * left is found and replaced and the data are kept; {@code docker volume rm} with that name deletes them.
 */
public final class DockerPostgres implements LocalPostgres {
    static final String IMAGE = "pgvector/pgvector:pg17";

    private static final Logger LOG = LoggerFactory.getLogger(DockerPostgres.class);
    private static final int NAME_DIGITS = 12;
    private static final int CONTAINER_PORT = 5432;
    private static final int STOP_SECONDS = 30;
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ProcessLock lock;
    private final DockerCli docker;
    private final String container;
    private final String password;
    private final String address;
    private final Closing closing = new Closing();

    private DockerPostgres(ProcessLock lock, DockerCli docker, String container, String password, String address) {
        this.lock = lock;
        this.docker = docker;
        this.container = container;
        this.password = password;
        this.address = address;
    }

    /** The directory keeps the password and says whose container it is; the data lie in the volume. */
    static DockerPostgres start(Path directory, PostgresOptions options, DockerCli docker) {
        return OwnDirectory.start(directory, (root, lock) -> {
            String container = container(root);
            String password = PasswordFile.readOrCreate(root.resolve("password"));
            docker.pull(IMAGE);
            remove(docker, container);
            boolean started = false;
            try {
                docker.require(Map.of("POSTGRES_PASSWORD", password), runArguments(container, options));
                String address = docker.require(Map.of(), List.of("port", container, CONTAINER_PORT + "/tcp"));
                DockerPostgres postgres = new DockerPostgres(lock, docker, container, password, address);
                postgres.awaitReady();
                started = true;
                LOG.atInfo()
                        .addKeyValue("container", container)
                        .addKeyValue("address", address)
                        .log("PostgreSQL started");
                return postgres;
            } finally {
                if (!started) {
                    remove(docker, container);
                }
            }
        });
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + address + "/" + database;
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
        closing.once(lock, () -> remove(docker, container));
    }

    /** While it creates the data the container's server listens inside only, so a connection means it is ready. */
    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try {
                DriverManager.getConnection(jdbcUrl("postgres") + "?loginTimeout=5", ServerSettings.SUPERUSER, password)
                        .close();
                return;
            } catch (SQLException e) {
                if (wrongPassword(e)) {
                    throw new EmbeddedStartException(
                            "The Docker volume " + container + " was made with another"
                                    + " password than the one kept here. Restore the password file, or delete the volume with"
                                    + " its data: docker volume rm " + container,
                            e);
                }
                if (System.nanoTime() > end || !running()) {
                    String log =
                            docker.attempt("logs", "--tail", "30", container).output();
                    throw new EmbeddedStartException(
                            "PostgreSQL did not start in container " + container + ":\n" + log, e);
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private boolean running() throws IOException, InterruptedException {
        Program.Outcome state = docker.attempt("container", "inspect", "--format", "{{.State.Running}}", container);
        return state.succeeded() && state.output().strip().endsWith("true");
    }

    private static boolean wrongPassword(SQLException e) {
        return "28P01".equals(e.getSQLState()); // invalid_password
    }

    /** Stops gently first: the image makes that a fast shutdown. A container that is not there is no failure. */
    private static void remove(DockerCli docker, String container) throws IOException, InterruptedException {
        docker.attempt("stop", "-t", String.valueOf(STOP_SECONDS), container);
        docker.attempt("rm", "--force", container);
    }

    private static List<String> runArguments(String container, PostgresOptions options) {
        String published = options.port() == 0 ? "" : String.valueOf(options.port());
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--detach",
                "--name",
                container,
                "--publish",
                "127.0.0.1:" + published + ":" + CONTAINER_PORT,
                "--env",
                "POSTGRES_PASSWORD",
                "--env",
                "POSTGRES_INITDB_ARGS=" + String.join(" ", ServerSettings.INITDB_LOCALE),
                "--volume",
                container + ":/var/lib/postgresql/data",
                IMAGE,
                "postgres"));
        arguments.addAll(ServerSettings.arguments(options));
        return List.copyOf(arguments);
    }

    private static String container(Path directory) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(directory.toString().getBytes(StandardCharsets.UTF_8));
            return "caffeinecode-" + HexFormat.of().formatHex(digest).substring(0, NAME_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
