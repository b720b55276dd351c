package dev.caffeinecode.local;

import dev.caffeinecode.local.cli.Caffeine;
import dev.caffeinecode.local.json.Json;
import dev.caffeinecode.testing.ChildJvm;
import dev.caffeinecode.testing.Patience;
import dev.caffeinecode.testing.TestCloud;
import io.micronaut.json.tree.JsonNode;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** {@code caffeine serve} in a process of its own, called over HTTP. */
final class ServedProcess implements AutoCloseable {
    private static final String GREETING = "CaffeineCode answers at ";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ChildJvm jvm;
    private final String address;
    private final String token;

    private ServedProcess(ChildJvm jvm, Path data) throws IOException {
        this.jvm = jvm;
        String line = jvm.readLine();
        if (!line.startsWith(GREETING)) {
            throw new IOException("unexpected: " + line);
        }
        this.address = line.substring(GREETING.length());
        this.token = new LocalIssuer(Files.readString(data.resolve("secret"))).token();
    }

    static ServedProcess start(Path data, Map<String, String> environment) throws IOException {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("CAFFEINE_CACHE_DIRECTORY", TestCloud.cache().toString());
        return new ServedProcess(ChildJvm.start(Caffeine.class, variables, "serve", "--port", 0, "--data", data), data);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send("POST", path, Json.write(body));
    }

    private JsonNode send(String method, String path, byte @Nullable [] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() >= 300) {
            throw new IOException(response.statusCode() + " of " + path);
        }
        return Json.read(response.body());
    }

    /** Asks until the answer is as wanted. */
    JsonNode await(String path, Predicate<JsonNode> wanted) throws Exception {
        return Patience.await(() -> get(path), wanted);
    }

    void kill() {
        http.close();
        jvm.kill();
    }

    @Override
    public void close() {
        http.close();
        jvm.terminate();
    }
}
