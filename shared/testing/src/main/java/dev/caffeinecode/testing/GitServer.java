package dev.caffeinecode.testing;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Repositories below a directory, bare or not, over git's smart HTTP on 127.0.0.1, read only, by the machine's own
 * {@code git http-backend}. Single paths can be made to misbehave. Thread-safe.
 */
public final class GitServer implements AutoCloseable {
    private final GitBackend backend;
    private final List<GitRequest> requests = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<String, GitAnswer> answers = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    private final LoopbackServer server;
    private volatile @Nullable String authorization;

    private GitServer(GitBackend backend) {
        this.backend = backend;
        this.server = LoopbackServer.start(this::handle);
    }

    public static GitServer serve(Path root) {
        return new GitServer(new GitBackend(root.toAbsolutePath()));
    }

    /** @param repository its directory relative to the root */
    public String url(String repository) {
        return server.uri() + "/" + repository;
    }

    /** From now on refuses requests without these credentials: 401. */
    public GitServer requireBasic(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
        return this;
    }

    /**
     * Answers otherwise than git on one path.
     *
     * @param path without the query, for example {@code /shop/info/refs} or {@code /shop/git-upload-pack}
     */
    public GitServer respond(String path, GitAnswer answer) {
        answers.put(path, answer);
        return this;
    }

    /** All requests so far, oldest first, refused ones included. */
    public List<GitRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            GitRequest request = GitRequest.of(exchange);
            requests.add(request);
            String required = authorization;
            if (required == null || required.equals(request.authorization())) {
                answer(exchange, request.path(), answers.getOrDefault(request.path(), new GitAnswer.Honest()));
            } else {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server is being closed
        }
    }

    private void answer(HttpExchange exchange, String path, GitAnswer answer) throws IOException, InterruptedException {
        switch (answer) {
            case GitAnswer.Honest _ -> backend.serve(exchange);
            case GitAnswer.Redirect redirect -> {
                exchange.getResponseHeaders().set("Location", redirect.target().toString());
                exchange.sendResponseHeaders(302, -1);
            }
            case GitAnswer.Fixed fixed -> {
                exchange.getResponseHeaders().set("Content-Type", fixed.contentType());
                exchange.sendResponseHeaders(fixed.status(), 0);
                exchange.getResponseBody().write(fixed.body().getBytes(StandardCharsets.UTF_8));
            }
            case GitAnswer.FailFirst failFirst -> {
                int asked =
                        failures.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
                boolean fail = asked <= failFirst.times();
                answer(exchange, path, fail ? GitAnswer.Fixed.error(failFirst.status()) : new GitAnswer.Honest());
            }
            case GitAnswer.Truncated truncated -> truncate(exchange, truncated.bytes());
            case GitAnswer.DamagedPack damaged -> {
                byte[] whole = SideBands.changePack(backend.body(exchange), damaged.damage());
                exchange.sendResponseHeaders(200, whole.length);
                exchange.getResponseBody().write(whole);
            }
            case GitAnswer.Drip drip -> drip(exchange, drip);
        }
    }

    private void truncate(HttpExchange exchange, int bytes) throws IOException {
        byte[] whole = backend.body(exchange);
        exchange.sendResponseHeaders(200, whole.length);
        // The exchange still owes bytes when it is closed, and closes the connection for that.
        exchange.getResponseBody().write(whole, 0, Math.min(bytes, whole.length));
        exchange.getResponseBody().flush();
    }

    private void drip(HttpExchange exchange, GitAnswer.Drip drip) throws IOException, InterruptedException {
        byte[] whole = backend.body(exchange);
        exchange.sendResponseHeaders(200, 0);
        for (byte one : whole) {
            exchange.getResponseBody().write(one);
            exchange.getResponseBody().flush();
            Thread.sleep(drip.pause());
        }
    }
}
