package dev.caffeinecode.local.services;

import dev.caffeinecode.embedded.EmbeddedObjects;
import dev.caffeinecode.embedded.EmbeddedQueues;
import dev.caffeinecode.embedded.EmbeddedStartException;
import dev.caffeinecode.embedded.LocalPostgres;
import dev.caffeinecode.embedded.PostgresOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Database, queues and object store for one process, started side by side. Each that the environment says is elsewhere
 * is used there instead: {@code CAFFEINE_DATABASE_URL}, {@code AWS_ENDPOINT_URL_SQS}, {@code AWS_ENDPOINT_URL_S3}.
 * {@code CAFFEINE_CACHE_DIRECTORY} keeps PostgreSQL's unpacked binaries outside the data directory.
 */
public final class LocalServices implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalServices.class);

    static final String REGION = "us-east-1";
    static final String ACCOUNT = "000000000000";

    private static final String DATABASE = "caffeinecode";
    private static final String ACCESS_KEY = "local";

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final String databaseUrl;
    private final EmbeddedCloud cloud;

    private LocalServices(DataDirectory data, Map<String, String> environment)
            throws IOException, InterruptedException {
        String secret = data.secret();
        try (ExecutorService starts = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> database = starts.submit(() -> database(data, environment));
            Future<Optional<EmbeddedQueues>> queues = starts.submit(() -> queues(environment));
            Future<Optional<EmbeddedObjects>> objects = starts.submit(() -> objects(data, environment, secret));
            this.databaseUrl = get(database);
            this.cloud = new EmbeddedCloud(
                    get(queues).map(EmbeddedQueues::endpoint),
                    get(objects).map(EmbeddedObjects::endpoint),
                    ACCESS_KEY,
                    secret);
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        }
    }

    /**
     * @throws EmbeddedStartException with a sentence that says what to do
     * @throws IOException when the data directory cannot be used
     */
    public static LocalServices start(DataDirectory data, Map<String, String> environment)
            throws IOException, InterruptedException {
        return new LocalServices(data, environment);
    }

    private static <T> T get(Future<T> service) throws InterruptedException {
        try {
            return service.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EmbeddedStartException cause) {
                throw cause;
            }
            throw new IllegalStateException("a local service does not start", e.getCause());
        }
    }

    private synchronized <T extends AutoCloseable> T keep(T service) {
        started.push(service);
        return service;
    }

    private String database(DataDirectory data, Map<String, String> environment) throws SQLException {
        String elsewhere = environment.get("CAFFEINE_DATABASE_URL");
        if (elsewhere != null && !elsewhere.isBlank()) {
            return elsewhere;
        }
        LocalPostgres postgres = keep(LocalPostgres.start(data.resolve("postgres"), options(environment)));
        postgres.createDatabase(DATABASE);
        String authority = postgres.jdbcUrl(DATABASE).substring("jdbc:postgresql://".length());
        return "postgresql://" + encode(postgres.user()) + ":" + encode(postgres.password()) + "@" + authority;
    }

    private static PostgresOptions options(Map<String, String> environment) {
        String cache = environment.get("CAFFEINE_CACHE_DIRECTORY");
        return cache == null
                ? PostgresOptions.forKeeps()
                : PostgresOptions.forKeeps().withCacheDirectory(Path.of(cache));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Optional<EmbeddedQueues> queues(Map<String, String> environment) {
        return environment.containsKey("AWS_ENDPOINT_URL_SQS")
                ? Optional.empty()
                : Optional.of(keep(EmbeddedQueues.start(REGION, ACCOUNT)));
    }

    private Optional<EmbeddedObjects> objects(DataDirectory data, Map<String, String> environment, String secret) {
        return environment.containsKey("AWS_ENDPOINT_URL_S3")
                ? Optional.empty()
                : Optional.of(keep(EmbeddedObjects.start(data.resolve("objects"), ACCESS_KEY, secret)));
    }

    public String databaseUrl() {
        return databaseUrl;
    }

    public EmbeddedCloud cloud() {
        return cloud;
    }

    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            closeQuietly(started.pop());
        }
    }

    private static void closeQuietly(AutoCloseable service) {
        try {
            service.close();
        } catch (Exception e) { // close() may throw anything; the others are still to be closed
            LOG.atWarn().setCause(e).log("a local service did not stop as it should");
        }
    }
}
