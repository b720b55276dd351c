package dev.caffeinecode.local.http;

import com.sun.net.httpserver.Headers;
import dev.caffeinecode.local.json.Json;
import io.micronaut.json.tree.JsonNode;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The JSON between a REST API of API Gateway and a function: API Gateway developer guide, "Input format of a Lambda
 * function for proxy integration" and "Output format".
 */
final class ProxyEventJson {
    private ProxyEventJson() {}

    /**
     * A request as it came in.
     *
     * @param path decoded
     * @param query undecoded; null when there is none
     */
    record Request(String method, String path, @Nullable String query, Headers headers, String sourceIp) {}

    static byte[] event(Request request, byte[] body, Routes.Match route) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.headers().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        Map<String, List<String>> query = query(request.query());
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("resource", route.path());
        event.put("path", request.path());
        event.put("httpMethod", request.method());
        event.put("headers", last(headers));
        event.put("multiValueHeaders", headers);
        event.put("queryStringParameters", last(query));
        event.put("multiValueQueryStringParameters", query);
        event.put("pathParameters", route.variables());
        event.put("requestContext", context(request, route));
        if (body.length > 0) {
            event.put("body", new String(body, StandardCharsets.UTF_8));
        }
        event.put("isBase64Encoded", false); // API Gateway takes every body for text unless told which are not
        return Json.write(event);
    }

    private static Map<String, Object> context(Request request, Routes.Match route) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("accountId", "000000000000");
        context.put("apiId", "local");
        context.put("stage", "local");
        context.put("requestId", UUID.randomUUID().toString());
        context.put("resourcePath", route.path());
        context.put("httpMethod", request.method());
        context.put("path", request.path());
        context.put("protocol", "HTTP/1.1");
        context.put("identity", Map.of("sourceIp", request.sourceIp()));
        return context;
    }

    private static Map<String, List<String>> query(@Nullable String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query == null) {
            return parameters;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a stray percent sign stands for itself
        }
    }

    private static Map<String, String> last(Map<String, List<String>> values) {
        Map<String, String> single = new LinkedHashMap<>();
        values.forEach((name, all) -> single.put(name, all.getLast()));
        return single;
    }

    /** What a function answers. */
    static final class Response {
        private final JsonNode node;

        private Response(JsonNode node) {
            this.node = node;
        }

        /** @throws IOException when it is no proxy response, for which API Gateway answers 502 */
        static Response read(byte[] json) throws IOException {
            JsonNode node = Json.read(json);
            if (Json.number(node, "statusCode") < 100) {
                throw new IOException("the function's answer has no status");
            }
            return new Response(node);
        }

        int status() {
            return (int) Json.number(node, "statusCode");
        }

        /** May have several values each. */
        Map<String, List<String>> headers() {
            Map<String, List<String>> headers = new LinkedHashMap<>();
            entries("headers").forEach((name, value) -> headers.put(name, List.of(value.coerceStringValue())));
            entries("multiValueHeaders").forEach((name, values) -> {
                List<String> all = new ArrayList<>();
                values.values().forEach(value -> all.add(value.coerceStringValue()));
                headers.put(name, all);
            });
            return headers;
        }

        private Map<String, JsonNode> entries(String field) {
            Map<String, JsonNode> entries = new LinkedHashMap<>();
            Json.find(node, field)
                    .filter(JsonNode::isObject)
                    .ifPresent(
                            object -> object.entries().forEach(entry -> entries.put(entry.getKey(), entry.getValue())));
            return entries;
        }

        byte[] body() {
            String body = Json.text(node, "body");
            return Json.isTrue(node, "isBase64Encoded")
                    ? Base64.getDecoder().decode(body)
                    : body.getBytes(StandardCharsets.UTF_8);
        }
    }
}
