package dev.caffeinecode.testing;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request to Converse as the stand-in received it.
 *
 * @param modelId decoded from the path
 * @param system texts of the system prompt
 * @param messages oldest first
 * @param maxTokens limit on the answer; 0 if none was given
 * @param json the whole body
 */
public record ConverseRequest(String modelId, List<String> system, List<Message> messages, int maxTokens, String json) {
    public ConverseRequest {
        system = List.copyOf(system);
        messages = List.copyOf(messages);
    }

    /**
     * One turn.
     *
     * @param role {@code user} or {@code assistant}
     * @param text its text blocks, joined by line feeds
     */
    public record Message(String role, String text) {}

    /** Everything the model reads, system prompt first. */
    public String prompt() {
        return Stream.concat(system.stream(), messages.stream().map(Message::text))
                .collect(Collectors.joining("\n"));
    }

    /** Whether the model has answered before and is told what to change. */
    public boolean isRepair() {
        return messages.size() > 1;
    }

    static ConverseRequest of(String modelId, JsonNode body) {
        List<Message> messages = new ArrayList<>();
        for (JsonNode message : body.path("messages")) {
            messages.add(
                    new Message(message.path("role").asString(""), String.join("\n", texts(message.path("content")))));
        }
        return new ConverseRequest(
                modelId,
                texts(body.path("system")),
                messages,
                body.path("inferenceConfig").path("maxTokens").asInt(0),
                body.toString());
    }

    /** Other blocks, such as cache points, have no text. */
    private static List<String> texts(JsonNode blocks) {
        List<String> texts = new ArrayList<>();
        for (JsonNode block : blocks) {
            if (block.has("text")) {
                texts.add(block.path("text").asString());
            }
        }
        return List.copyOf(texts);
    }
}
