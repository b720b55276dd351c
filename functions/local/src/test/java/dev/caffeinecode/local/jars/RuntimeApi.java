package dev.caffeinecode.local.jars;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lambda's side of a function's process: hands it events, one at a time, and takes its answers. Lambda developer guide,
 * "Using the Lambda runtime API".
 */
final class RuntimeApi implements AutoCloseable {
    private static final String PATH = "/2018-06-01/runtime/";
    private static final long DEADLINE_MILLIS = 900_000;

    private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final CompletableFuture<Instant> initialized = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    /** @param failed when the function could not be started, or threw */
    record Answer(boolean failed, String body) {}

    private RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    static RuntimeApi start() throws IOException {
        return new RuntimeApi();
    }

    /** For {@code AWS_LAMBDA_RUNTIME_API}. */
    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    void send(byte[] event) {
        events.add(event);
    }

    BlockingQueue<Answer> answers() {
        return answers;
    }

    /** When the function asked for its first event, or said that it could not be initialized. */
    CompletableFuture<Instant> initialized() {
        return initialized;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String call = exchange.getRequestURI().toString().substring(PATH.length());
            if (call.equals("invocation/next")) {
                initialized.complete(Instant.now());
                next(exchange);
                return;
            }
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean failed = call.endsWith("/error");
            if (failed) {
                initialized.complete(Instant.now());
            }
            exchange.sendResponseHeaders(202, -1);
            answers.add(new Answer(failed, body));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server is being closed
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        byte[] event = events.take();
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Deadline-Ms", String.valueOf(System.currentTimeMillis() + DEADLINE_MILLIS));
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:111122223333:function:test");
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
