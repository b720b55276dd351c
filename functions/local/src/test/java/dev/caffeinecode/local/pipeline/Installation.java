package dev.caffeinecode.local.pipeline;

import dev.caffeinecode.local.LocalIssuer;
import dev.caffeinecode.local.json.Json;
import dev.caffeinecode.local.lambda.LocalFunction;
import dev.caffeinecode.local.services.EmbeddedCloud;
import dev.caffeinecode.local.template.SamTemplate;
import dev.caffeinecode.local.template.SamTemplateReader;
import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.StreamSupport;

import static java.util.Objects.requireNonNull;

/**
 * The functions of the template on a real database, queues and bucket, invoked by hand with the JSON that AWS sends, so
 * that a test decides what is delivered when, how often and in which order.
 */
final class Installation implements AutoCloseable {
    static final String SECRET = "a secret of at least thirty-two characters";

    private static final Map<String, String> FUNCTIONS =
            Map.of("clone", "CloneFunction", "index", "IndexFunction", "generate", "GenerateFunction");

    private final TestEnvironment environment = TestEnvironment.create();
    private final Map<String, LocalFunction> functions = new HashMap<>();
    private final ApplicationContext context;

    private Installation(Map<String, Object> settings) {
        Map<String, Object> properties = environment.properties();
        properties.put("caffeine.tokens.secret", SECRET);
        properties.put("caffeine.clone-urls.local-paths", true);
        properties.put("caffeine.models.provider", "outline");
        properties.putAll(settings);
        this.context = ApplicationContext.builder()
                .properties(properties)
                .singletons(new EmbeddedCloud(
                        Optional.empty(), Optional.empty(), "", "")) // the settings say where they are
                .start();
        for (SamTemplate.Function function :
                SamTemplateReader.bundled().functions().values()) {
            functions.put(function.name(), LocalFunction.create(function, context));
        }
    }

    static Installation create() {
        return create(Map.of());
    }

    static Installation create(Map<String, Object> settings) {
        return new Installation(settings);
    }

    TestEnvironment environment() {
        return environment;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** What API Gateway answered. */
    record Answer(int status, Map<String, String> headers, JsonNode body) {
        String text(String... path) {
            return Json.text(body, path);
        }

        long number(String... path) {
            return Json.number(body, path);
        }

        JsonNode at(String name) {
            return Json.find(body, name).orElseThrow();
        }
    }

    /** As the one user. */
    Answer get(String path) {
        return call("GET", path, null, userToken());
    }

    /** As the one user. */
    Answer post(String path, Map<String, ?> body) {
        return call("POST", path, new String(Json.write(body), StandardCharsets.UTF_8), userToken());
    }

    static String userToken() {
        return new LocalIssuer(SECRET).token();
    }

    /** @param token null for none */
    Answer call(String method, String path, @Nullable String body, @Nullable String token) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", "api.example.com");
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        return send(method, path, headers, body);
    }

    Answer send(String method, String path, Map<String, String> headers, @Nullable String body) {
        byte[] answer = invoke("ApiFunction", proxyEvent(method, path, headers, body));
        try {
            JsonNode json = Json.read(answer);
            String text = Json.text(json, "body");
            Map<String, String> answered = new HashMap<>();
            Json.find(json, "multiValueHeaders")
                    .ifPresent(all -> all.entries()
                            .forEach(header -> answered.put(
                                    header.getKey(), header.getValue().get(0).coerceStringValue())));
            return new Answer(
                    (int) Json.number(json, "statusCode"),
                    answered,
                    text.isEmpty()
                            ? JsonNode.createObjectNode(Map.of())
                            : Json.read(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError("the API answers no JSON", e);
        }
    }

    /** API Gateway's event of payload format 1.0. */
    private static Map<String, Object> proxyEvent(
            String method, String path, Map<String, String> headers, @Nullable String body) {
        Map<String, Object> event = new LinkedHashMap<>();
        int question = path.indexOf('?');
        event.put("resource", "/{proxy+}");
        event.put("path", question < 0 ? path : path.substring(0, question));
        event.put("httpMethod", method);
        event.put("headers", headers);
        Map<String, List<String>> many = new LinkedHashMap<>();
        headers.forEach((name, value) -> many.put(name, List.of(value)));
        event.put("multiValueHeaders", many);
        if (question >= 0) {
            Map<String, String> query = new LinkedHashMap<>();
            for (String pair : path.substring(question + 1).split("&", -1)) {
                query.put(pair.split("=", -1)[0], pair.split("=", -1)[1]);
            }
            event.put("queryStringParameters", query);
        }
        event.put("requestContext", Map.of("requestId", UUID.randomUUID().toString(), "httpMethod", method));
        if (body != null) {
            event.put("body", body);
        }
        event.put("isBase64Encoded", false);
        return event;
    }

    /** Hands messages to the function of their queue; returns the bodies of those it wants to see again. */
    List<String> deliver(String queue, List<String> bodies) {
        return deliver(queue, bodies, 1);
    }

    List<String> deliver(String queue, List<String> bodies, int receiveCount) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            records.add(Map.of(
                    "messageId",
                    "message-" + i,
                    "receiptHandle",
                    "receipt-" + i,
                    "body",
                    bodies.get(i),
                    "attributes",
                    Map.of("ApproximateReceiveCount", String.valueOf(receiveCount)),
                    "messageAttributes",
                    Map.of(),
                    "eventSource",
                    "aws:sqs",
                    "eventSourceARN",
                    "arn:aws:sqs:us-east-1:000000000000:" + queue,
                    "awsRegion",
                    "us-east-1"));
        }
        byte[] answer = invoke(requireNonNull(FUNCTIONS.get(queue)), Map.of("Records", records));
        try {
            JsonNode failures =
                    Json.find(Json.read(answer), "batchItemFailures").orElseThrow();
            return StreamSupport.stream(failures.values().spliterator(), false)
                    .map(failure -> Json.text(failure, "itemIdentifier"))
                    .map(id -> bodies.get(Integer.parseInt(id.substring("message-".length()))))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("the function answers no JSON", e);
        }
    }

    private byte[] invoke(String function, Map<String, Object> event) {
        try {
            return requireNonNull(functions.get(function)).invoke(Json.write(event));
        } catch (LocalFunction.InvocationException e) {
            throw new AssertionError(function + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Delivers what is queued, until nothing is; each message once, in order. */
    void work() {
        work(bodies -> bodies);
    }

    /** What becomes of the messages that are visible at one time. */
    interface Network {
        List<String> carry(List<String> bodies);
    }

    /** Every message as often as said, in an order that the seed decides. */
    static Network unruly(int times, long seed) {
        Random random = new Random(seed);
        return bodies -> {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                all.addAll(bodies);
            }
            Collections.shuffle(all, random);
            return all;
        };
    }

    void work(Network network) {
        for (int round = 0; step(network); round++) {
            if (round > 500) {
                throw new AssertionError("there is no end of messages");
            }
        }
    }

    /** Delivers what is visible now; false when nothing is. A message that fails five times is dropped. */
    boolean step(Network network) {
        boolean any = false;
        for (String queue : List.of("clone", "index", "generate")) {
            List<String> bodies = network.carry(environment.drain(queue));
            any |= !bodies.isEmpty();
            for (String body : bodies) {
                List<String> again = deliver(queue, List.of(body), 1);
                for (int receive = 2; !again.isEmpty() && receive <= 5; receive++) {
                    again = deliver(queue, again, receive);
                }
            }
        }
        return any;
    }

    /** As the schedule does. */
    void sweep() {
        invoke("SweepFunction", Map.of("source", "aws.events", "detail-type", "Scheduled Event", "detail", Map.of()));
    }

    /** Adds a repository and works until it is indexed; returns its id. */
    String document(String url) {
        Answer added = post("/api/repos", Map.of("url", url));
        work();
        return added.text("id");
    }

    @Override
    public void close() {
        functions.values().forEach(LocalFunction::close);
        context.close();
        environment.close();
    }
}
