package dev.caffeinecode.testing;

import com.sun.net.httpserver.HttpExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.util.Objects.requireNonNull;

/**
 * Amazon Bedrock's Converse over HTTP, for the real SDK client, and InvokeModel for models that embed. It writes pages
 * about the source excerpts it finds in a prompt ({@code === path ===}, then lines {@code 12| text}), or does what a
 * {@link Behaviour} says. A token is four characters, rounded up. Thread-safe.
 */
public final class BedrockStandIn implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BedrockStandIn.class);
    private static final Pattern OPERATION = Pattern.compile("/model/([^/]*)/(converse|invoke)");

    private final JsonMapper json = new JsonMapper();
    private volatile PromptCache cache = new PromptCache();
    private volatile ConverseLog log = new ConverseLog();
    private volatile Script script = new Script();
    private final List<EmbeddingRequest> embeddings = new CopyOnWriteArrayList<>();
    private final Queue<Behaviour> embeddingScript = new ConcurrentLinkedQueue<>();
    private final LoopbackServer server = LoopbackServer.start(this::handle);

    private BedrockStandIn() {}

    public static BedrockStandIn start() {
        return new BedrockStandIn();
    }

    /** For {@code endpointOverride} of the SDK's client; any credentials will do. */
    public URI endpoint() {
        return server.uri();
    }

    /** As if it had just been started: no calls were made and none is scripted. */
    public void reset() {
        cache = new PromptCache();
        log = new ConverseLog();
        script = new Script();
        embeddings.clear();
        embeddingScript.clear();
    }

    /** What leads the SDK's own client here, with credentials that are never checked. */
    public Map<String, String> sdkProperties() {
        return Map.of(
                "aws.region", "eu-central-1",
                "aws.accessKeyId", "id",
                "aws.secretAccessKey", "secret",
                "aws.endpointUrlBedrockRuntime", endpoint().toString());
    }

    /** The next requests for vectors take one behaviour each; what is spoken is vectors, and so is all after them. */
    public void scriptEmbeddings(Behaviour... nextRequests) {
        embeddingScript.addAll(List.of(nextRequests));
    }

    /** Requests for vectors that were well-formed, oldest first, whatever became of them. */
    public List<EmbeddingRequest> embeddings() {
        return List.copyOf(embeddings);
    }

    /** The next calls take one behaviour each; those after them write pages again. */
    public void script(Behaviour... nextCalls) {
        script.onNextCalls(List.of(nextCalls));
    }

    /** @param call its number as {@link #calls()} counts, from 1 */
    public void script(int call, Behaviour behaviour) {
        script.onCall(call, behaviour);
    }

    /** Every call that fits, unless it is scripted by number or turn; the first rule that fits decides. */
    public void script(Predicate<ConverseRequest> fits, Behaviour behaviour) {
        script.when(fits, behaviour);
    }

    /** Requests to Converse that were well-formed, whatever became of them. */
    public int calls() {
        return log.calls();
    }

    /** Tokens of the prompts that were answered, from the cache or not. */
    public long inputTokens() {
        return log.inputTokens();
    }

    public long outputTokens() {
        return log.outputTokens();
    }

    /** The last 200 well-formed requests, oldest first. */
    public List<ConverseRequest> requests() {
        return log.requests();
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Matcher path =
                    OPERATION.matcher(String.valueOf(exchange.getRequestURI().getRawPath()));
            if (!path.matches() || !exchange.getRequestMethod().equals("POST")) {
                refuse(exchange, new Behaviour.Failure(404, "UnknownOperationException", "Unknown operation."));
                return;
            }
            String modelId = URLDecoder.decode(requireNonNull(path.group(1)), StandardCharsets.UTF_8);
            if ("invoke".equals(path.group(2))) {
                embed(exchange, EmbeddingRequest.of(modelId, parse(body)));
            } else {
                converse(exchange, modelId, parse(body));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the stand-in is being closed
        }
    }

    private void embed(HttpExchange exchange, EmbeddingRequest request) throws IOException, InterruptedException {
        Optional<String> complaint = request.complaint();
        if (complaint.isPresent()) {
            refuse(exchange, new Behaviour.Failure(400, "ValidationException", complaint.get()));
            return;
        }
        embeddings.add(request);
        perform(exchange, Objects.requireNonNullElse(embeddingScript.poll(), new Behaviour.Page()), request);
    }

    private void perform(HttpExchange exchange, Behaviour behaviour, EmbeddingRequest request)
            throws IOException, InterruptedException {
        switch (behaviour) {
            case Behaviour.Spoken _ -> {
                exchange.getResponseHeaders()
                        .set("x-amzn-bedrock-input-token-count", String.valueOf(EmbeddingReply.tokens(request)));
                send(exchange, 200, EmbeddingReply.to(request));
            }
            case Behaviour.Failure failure -> refuse(exchange, failure);
            case Behaviour.Hangup _ -> exchange.close();
            case Behaviour.Slow slow -> {
                Thread.sleep(slow.delay());
                perform(exchange, slow.then(), request);
            }
        }
    }

    private void converse(HttpExchange exchange, String modelId, JsonNode body)
            throws IOException, InterruptedException {
        Optional<String> complaint = ConverseValidation.complaint(modelId, body);
        if (complaint.isPresent()) {
            refuse(exchange, new Behaviour.Failure(400, "ValidationException", complaint.get()));
            return;
        }
        ConverseRequest request = ConverseRequest.of(modelId, body);
        int call = log.add(request);
        perform(exchange, script.behaviour(call, request), request, body);
    }

    private void perform(HttpExchange exchange, Behaviour behaviour, ConverseRequest request, JsonNode body)
            throws IOException, InterruptedException {
        switch (behaviour) {
            case Behaviour.Spoken spoken -> answer(exchange, Reply.to(request, spoken), cache.read(request, body));
            case Behaviour.Failure failure -> refuse(exchange, failure);
            case Behaviour.Hangup _ -> exchange.close();
            case Behaviour.Slow slow -> {
                Thread.sleep(slow.delay());
                perform(exchange, slow.then(), request, body);
            }
        }
    }

    private void answer(HttpExchange exchange, Reply reply, PromptCache.Cost cost) throws IOException {
        int output = Reply.tokens(reply.text());
        log.addTokens(cost.total(), output);
        List<Object> content = reply.text().isEmpty() ? List.of() : List.of(Map.of("text", reply.text()));
        send(
                exchange,
                200,
                Map.of(
                        "output", Map.of("message", Map.of("role", "assistant", "content", content)),
                        "stopReason", reply.stopReason(),
                        "usage",
                                Map.of(
                                        "inputTokens", cost.input(),
                                        "outputTokens", output,
                                        "totalTokens", cost.total() + output,
                                        "cacheReadInputTokens", cost.cacheRead(),
                                        "cacheWriteInputTokens", cost.cacheWrite()),
                        "metrics", Map.of("latencyMs", 1)));
    }

    private void refuse(HttpExchange exchange, Behaviour.Failure failure) throws IOException {
        exchange.getResponseHeaders().set("x-amzn-errortype", failure.type());
        send(exchange, failure.status(), Map.of("message", failure.message()));
    }

    private void send(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.getResponseHeaders().set("x-amzn-requestid", UUID.randomUUID().toString());
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** What is no JSON has no messages either, and is refused for that. */
    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            LOG.atDebug().setCause(e).log("request body is not JSON");
            return json.createObjectNode();
        }
    }
}
