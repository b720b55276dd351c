package dev.caffeinecode.testing;

import tools.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.regex.Pattern;

/** What the service refuses with a ValidationException before a model sees it. */
final class ConverseValidation {
    private static final Pattern MODEL_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:/_-]{0,2047}");

    private ConverseValidation() {}

    /** The service's complaint, if it has one. */
    static Optional<String> complaint(String modelId, JsonNode body) {
        if (!MODEL_ID.matcher(modelId).matches()) {
            return Optional.of("The provided model identifier is invalid.");
        }
        JsonNode limit = body.path("inferenceConfig").path("maxTokens");
        if (limit.isNumber() && limit.asInt() < 1) {
            return Optional.of("The value of maxTokens must be at least 1.");
        }
        JsonNode messages = body.path("messages");
        if (!messages.isArray() || messages.isEmpty()) {
            return Optional.of("A conversation must start with a user message.");
        }
        return complaintAbout(messages);
    }

    private static Optional<String> complaintAbout(JsonNode messages) {
        String expectedRole = "user";
        for (int i = 0; i < messages.size(); i++) {
            JsonNode message = messages.get(i);
            if (!message.path("role").asString("").equals(expectedRole)) {
                return Optional.of("A conversation must start with a user message and alternate between user and"
                        + " assistant roles.");
            }
            JsonNode content = message.path("content");
            for (int block = 0; block < content.size(); block++) {
                if (content.get(block).path("text").asString("-").isBlank()) {
                    return Optional.of("The text field in the ContentBlock object at messages." + i + ".content."
                            + block + " is blank.");
                }
            }
            expectedRole = expectedRole.equals("user") ? "assistant" : "user";
        }
        return expectedRole.equals("user")
                ? Optional.of("This model does not support assistant message prefill. The conversation must end with a"
                        + " user message.")
                : Optional.empty();
    }
}
