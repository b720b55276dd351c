package dev.caffeinecode.local.cli;

import dev.caffeinecode.local.json.Json;
import io.micronaut.json.tree.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Calls the API as any other client does. */
final class ApiClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;
    private final String token;

    ApiClient(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** @throws CommandFailedException with the detail of the problem that the API answers */
    JsonNode get(String path) throws IOException, InterruptedException, CommandFailedException {
        return send(request(path).GET().build());
    }

    /** @throws CommandFailedException with the detail of the problem that the API answers */
    JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException, CommandFailedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.write(body)))
                .build());
    }

    /** Fetches what a presigned address serves. */
    void download(URI source, Path file) throws IOException, InterruptedException {
        HttpResponse<Path> response =
                http.send(HttpRequest.newBuilder(source).timeout(TIMEOUT).build(), BodyHandlers.ofFile(file));
        if (response.statusCode() != 200) {
            throw new IOException("download answers " + response.statusCode());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException, CommandFailedException {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        JsonNode body = Json.read(response.body());
        if (response.statusCode() >= 400) {
            throw new CommandFailedException(Sentences.ofProblem(body));
        }
        return body;
    }

    @Override
    public void close() {
        http.close();
    }
}
