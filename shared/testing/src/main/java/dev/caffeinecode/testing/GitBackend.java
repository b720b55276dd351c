package dev.caffeinecode.testing;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@code git http-backend} for one request (CGI, RFC 3875). It streams both bodies and serves every repository below the
 * root, partial clones and any commit by its id, as the large hosts do.
 */
record GitBackend(Path root) {
    private static final Logger LOG = LoggerFactory.getLogger(GitBackend.class);

    private static final List<String> SETTINGS =
            List.of("safe.directory=*", "uploadpack.allowFilter=true", "uploadpack.allowAnySHA1InWant=true");

    /** Takes git's answer: status and headers first, then the body. */
    @FunctionalInterface
    private interface Taker {
        void take(Map<String, String> headers, InputStream body) throws IOException;
    }

    /** Passes git's answer on. */
    void serve(HttpExchange exchange) throws IOException {
        run(exchange, (headers, body) -> {
            String status = headers.getOrDefault("status", "200");
            exchange.getResponseHeaders().set("Content-Type", headers.getOrDefault("content-type", "text/plain"));
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            exchange.sendResponseHeaders(Integer.parseInt(status.substring(0, 3)), 0);
            body.transferTo(exchange.getResponseBody());
        });
    }

    /** Gives the body of git's answer to somebody who does worse with it; its type is set already. */
    byte[] body(HttpExchange exchange) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        run(exchange, (headers, body) -> {
            exchange.getResponseHeaders().set("Content-Type", headers.getOrDefault("content-type", "text/plain"));
            body.transferTo(whole);
        });
        return whole.toByteArray();
    }

    private void run(HttpExchange exchange, Taker taker) throws IOException {
        Process process = command(exchange).start();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                InputStream output = process.getInputStream()) {
            executor.execute(() -> pump(exchange.getRequestBody(), process.getOutputStream()));
            taker.take(readHeaders(output), output);
        } finally {
            process.destroyForcibly();
        }
    }

    private ProcessBuilder command(HttpExchange exchange) {
        ProcessBuilder command =
                Git.command(root, SETTINGS, List.of("http-backend")).redirectError(Redirect.DISCARD);
        Map<String, String> environment = command.environment();
        environment.put("GIT_PROJECT_ROOT", root.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        put(environment, "PATH_INFO", exchange.getRequestURI().getPath());
        environment.put("REMOTE_ADDR", "127.0.0.1");
        put(environment, "QUERY_STRING", exchange.getRequestURI().getRawQuery());
        Map<String, String> variables = Map.of(
                "Content-Type", "CONTENT_TYPE",
                "Content-Length", "CONTENT_LENGTH",
                "Content-Encoding", "HTTP_CONTENT_ENCODING",
                "Git-Protocol", "GIT_PROTOCOL");
        variables.forEach((header, variable) ->
                put(environment, variable, exchange.getRequestHeaders().getFirst(header)));
        return command;
    }

    private static void put(Map<String, String> environment, String name, @Nullable String value) {
        if (value != null) {
            environment.put(name, value);
        }
    }

    private static void pump(InputStream from, OutputStream to) {
        try (to) {
            from.transferTo(to);
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("one side of a request ended early");
        }
    }

    /** Names in lower case; at least one, or git did not work at all. */
    private static Map<String, String> readHeaders(InputStream output) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = readLine(output); !line.isEmpty(); line = readLine(output)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        if (headers.isEmpty()) {
            throw new IOException("git http-backend gave no answer");
        }
        return headers;
    }

    /** Reads not a byte beyond the line: what follows is the body. */
    private static String readLine(InputStream output) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = output.read(); next != '\n' && next >= 0; next = output.read()) {
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }
}
