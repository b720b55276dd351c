package dev.caffeinecode.local.jars;

import dev.caffeinecode.local.LocalIssuer;
import dev.caffeinecode.local.json.Json;
import dev.caffeinecode.local.template.SamTemplate.Value;
import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.json.tree.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The packaged functions on a real database, queues and bucket, each started when it is first called. */
final class PackagedInstallation implements AutoCloseable {
    private static final String SECRET = "a secret of at least thirty-two characters";

    /** Of every message that is delivered. */
    static final String MESSAGE_ID = "059f36b4-87a3-44ab-83d2-661975830a7d";

    private final TestEnvironment cloud = TestEnvironment.create();
    private final Map<String, PackagedFunction> functions = new LinkedHashMap<>();
    private final Path directory;
    private final Map<String, String> more;

    /** @param more variables besides those of the template */
    PackagedInstallation(Path directory, Map<String, String> more) {
        this.directory = directory;
        this.more = Map.copyOf(more);
    }

    TestEnvironment cloud() {
        return cloud;
    }

    PackagedFunction function(String name) throws IOException {
        PackagedFunction running = functions.get(name);
        if (running == null) {
            LambdaJar jar = LambdaJar.of(name);
            running = PackagedFunction.start(jar, Files.createDirectory(directory.resolve(name)), environment(jar));
            functions.put(name, running);
        }
        return running;
    }

    /** Exactly the variables of the template, and what Lambda or the owner of an account sets. */
    private Map<String, String> environment(LambdaJar jar) {
        Map<String, String> known = new HashMap<>();
        cloud.properties().forEach((name, value) -> known.put(variable(name), value.toString()));
        Map<String, String> parameters = Map.of(
                "CAFFEINE_TOKENS_SECRET", SECRET,
                "CAFFEINE_MODELS_PROVIDER", "outline",
                "CAFFEINE_EMBEDDINGS_PROVIDER", "bedrock",
                "CAFFEINE_EMBEDDINGS_BEDROCK", "amazon.titan-embed-text-v2:0");
        Map<String, String> environment = new HashMap<>();
        jar.function()
                .environment()
                .forEach((name, value) -> environment.put(
                        name,
                        switch (value) {
                            case Value.Literal literal -> literal.text();
                            case Value.Ref ref ->
                                Objects.requireNonNull(parameters.getOrDefault(name, known.get(name)), name);
                        }));
        environment.put("AWS_REGION", sdk("aws.region"));
        environment.put("AWS_ACCESS_KEY_ID", sdk("aws.accessKeyId"));
        environment.put("AWS_SECRET_ACCESS_KEY", sdk("aws.secretAccessKey"));
        environment.put("AWS_ENDPOINT_URL_SQS", sdk("aws.endpointUrlSqs"));
        environment.put("AWS_ENDPOINT_URL_S3", sdk("aws.endpointUrlS3"));
        environment.put("AWS_S3_PATH_STYLE_ACCESS_ENABLED", "true");
        environment.putAll(more);
        return environment;
    }

    private static String variable(String property) {
        return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private static String sdk(String property) {
        return Objects.requireNonNull(System.getProperty(property), property);
    }

    /**
     * Calls the API as API Gateway does.
     *
     * @param body JSON; empty for none
     */
    JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("resource", path);
        event.put("path", path);
        event.put("httpMethod", method);
        event.put(
                "headers",
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Authorization",
                        "Bearer " + new LocalIssuer(SECRET).token()));
        event.put("requestContext", Map.of("httpMethod", method, "identity", Map.of("sourceIp", "192.0.2.1")));
        if (!body.isEmpty()) {
            event.put("body", body);
        }
        return function("ApiFunction").invoke(event);
    }

    static JsonNode body(JsonNode response) throws IOException {
        return Json.read(Json.text(response, "body").getBytes(StandardCharsets.UTF_8));
    }

    /** Hands one message to a function as the event source mapping of its queue does. */
    JsonNode deliver(String function, String body) throws IOException, InterruptedException {
        Map<String, Object> message = Map.of(
                "messageId",
                MESSAGE_ID,
                "receiptHandle",
                "handle",
                "body",
                body,
                "attributes",
                Map.of("ApproximateReceiveCount", "1"),
                "messageAttributes",
                Map.of(),
                "eventSource",
                "aws:sqs",
                "eventSourceARN",
                "arn:aws:sqs:eu-central-1:111122223333:queue",
                "awsRegion",
                "eu-central-1");
        return function(function).invoke(Map.of("Records", List.of(message)));
    }

    /** Ids of messages that SQS has to deliver again; Lambda takes an answer without the list as one without failures. */
    static List<String> failures(JsonNode answer) {
        List<String> failures = new ArrayList<>();
        Json.find(answer, "batchItemFailures")
                .ifPresent(all -> all.values().forEach(one -> failures.add(Json.text(one, "itemIdentifier"))));
        return failures;
    }

    /** Delivers what lies in the queues, and what that leads to, until nothing is left. */
    void work() throws IOException, InterruptedException {
        boolean delivered = true;
        while (delivered) {
            delivered = false;
            for (String queue : List.of("clone", "index", "generate")) {
                String function = queue.substring(0, 1).toUpperCase(Locale.ROOT) + queue.substring(1) + "Function";
                for (String message : cloud.drain(queue)) {
                    deliver(function, message);
                    delivered = true;
                }
            }
        }
    }

    @Override
    public void close() {
        functions.values().forEach(PackagedFunction::close);
        cloud.close();
    }
}
