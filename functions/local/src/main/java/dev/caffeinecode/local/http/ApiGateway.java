package dev.caffeinecode.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.caffeinecode.local.lambda.LocalFunction;
import dev.caffeinecode.platform.problem.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * The routes of the template on a port of the loopback interface. Requests that name another host are refused, so that a
 * web page cannot reach the service through a name of its own that it points at this machine (DNS rebinding).
 */
public final class ApiGateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiGateway.class);

    /** Bytes; no request of ours has more than a few hundred. */
    private static final int MAX_BODY = 1 << 20;

    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Decoded, it would part segments that the client meant to be one. */
    private static final Pattern ENCODED_SLASH = Pattern.compile("%2f", Pattern.CASE_INSENSITIVE);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Routes routes;

    private ApiGateway(HttpServer server, Routes routes) {
        this.server = server;
        this.routes = routes;
    }

    /**
     * @param port 0 for any that is free
     * @throws IOException when the port is taken
     */
    public static ApiGateway start(int port, List<LocalFunction> functions) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        ApiGateway gateway = new ApiGateway(server, new Routes(functions));
        server.setExecutor(gateway.threads);
        server.createContext("/", gateway::serve);
        server.start();
        return gateway;
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isForThisMachine(exchange)) {
                problem(exchange, ErrorCode.FORBIDDEN, "call this service as localhost");
                return;
            }
            Optional<byte[]> body = body(exchange);
            if (body.isEmpty()) {
                problem(exchange, ErrorCode.PAYLOAD_TOO_LARGE, "a request has at most 1 MiB");
                return;
            }
            answer(exchange, body.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the process is being stopped
        }
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        String method = exchange.getRequestMethod();
        String path = Objects.requireNonNullElse(exchange.getRequestURI().getPath(), "/");
        String raw = Objects.requireNonNullElse(exchange.getRequestURI().getRawPath(), "/");
        boolean ambiguous = ENCODED_SLASH.matcher(raw).find();
        Optional<Routes.Match> route = ambiguous ? Optional.empty() : routes.find(method, path);
        if (route.isEmpty()) {
            boolean otherMethod = !ambiguous && routes.knows(path);
            problem(
                    exchange,
                    otherMethod ? ErrorCode.METHOD_NOT_ALLOWED : ErrorCode.NO_SUCH_RESOURCE,
                    otherMethod ? "this path takes another method" : "check the path");
            return;
        }
        ProxyEventJson.Request request = new ProxyEventJson.Request(
                method,
                path,
                exchange.getRequestURI().getRawQuery(),
                exchange.getRequestHeaders(),
                exchange.getRemoteAddress().getHostString());
        try {
            byte[] event = ProxyEventJson.event(request, body, route.get());
            write(exchange, ProxyEventJson.Response.read(route.get().function().invoke(event)));
        } catch (LocalFunction.InvocationException e) {
            LOG.atError().setCause(e).log("request failed");
            problem(exchange, ErrorCode.INTERNAL, ErrorCode.INTERNAL.title());
        }
    }

    private boolean isForThisMachine(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null) {
            return true;
        }
        int port = server.getAddress().getPort();
        return HOSTS.stream().anyMatch(name -> host.equalsIgnoreCase(name + ":" + port));
    }

    private static Optional<byte[]> body(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readNBytes(MAX_BODY + 1);
            return body.length > MAX_BODY ? Optional.empty() : Optional.of(body);
        }
    }

    private static void write(HttpExchange exchange, ProxyEventJson.Response response) throws IOException {
        response.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("content-length")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] body = response.body();
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    /** The words are ours and hold nothing that JSON would have to escape. */
    private static void problem(HttpExchange exchange, ErrorCode code, String detail) throws IOException {
        String json = """
                {"type":"/problems/%s","title":"%s","status":%d,"detail":"%s","code":"%s"}""".formatted(code.label(), code.title(), code.httpStatus(), detail, code.label());
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
        exchange.sendResponseHeaders(code.httpStatus(), body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
