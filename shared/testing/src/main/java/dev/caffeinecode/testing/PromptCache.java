package dev.caffeinecode.testing;

import tools.jackson.databind.JsonNode;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what a prompt costs when its beginning, up to the last cache point, was sent before. A beginning of fewer than
 * 1,024 tokens is not cached, as with the service's larger models; nothing is ever forgotten. Thread-safe.
 */
final class PromptCache {
    private static final int MIN_TOKENS = 1_024;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** Tokens of a prompt by their price; their sum is what the model read. */
    record Cost(int input, int cacheRead, int cacheWrite) {
        int total() {
            return input + cacheRead + cacheWrite;
        }
    }

    Cost read(ConverseRequest request, JsonNode body) {
        int total = Reply.tokens(request.prompt());
        String beginning = beginning(body);
        int cached = Reply.tokens(beginning);
        if (cached < MIN_TOKENS) {
            return new Cost(total, 0, 0);
        }
        boolean first = known.add(request.modelId() + "\n" + beginning);
        return first ? new Cost(total - cached, 0, cached) : new Cost(total - cached, cached, 0);
    }

    private static String beginning(JsonNode body) {
        StringBuilder text = new StringBuilder();
        int end = append(text, body.path("system"), 0);
        for (JsonNode message : body.path("messages")) {
            end = append(text, message.path("content"), end);
        }
        return text.substring(0, end);
    }

    /** @return where the text stood at the last cache point */
    private static int append(StringBuilder text, JsonNode blocks, int lastPoint) {
        int end = lastPoint;
        for (JsonNode block : blocks) {
            text.append(block.path("text").asString(""));
            if (block.has("cachePoint")) {
                end = text.length();
            }
        }
        return end;
    }
}
