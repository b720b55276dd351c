package dev.caffeinecode.testing;

import com.sun.net.httpserver.HttpExchange;

import static java.util.Objects.requireNonNullElse;

/**
 * A request as a {@link GitServer} received it.
 *
 * @param query empty if there is none
 * @param authorization the header, empty if there is none
 * @param protocol the header {@code Git-Protocol}, empty if there is none
 */
public record GitRequest(String method, String path, String query, String authorization, String protocol) {
    static GitRequest of(HttpExchange exchange) {
        return new GitRequest(
                exchange.getRequestMethod(),
                requireNonNullElse(exchange.getRequestURI().getPath(), ""),
                requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
                requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), ""),
                requireNonNullElse(exchange.getRequestHeaders().getFirst("Git-Protocol"), ""));
    }
}
