package dev.caffeinecode.testing;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request for vectors as the stand-in received it: Titan Text Embeddings v2 takes one text, Embed of Cohere up to 96.
 *
 * @param inputType of Cohere; empty for Titan
 */
public record EmbeddingRequest(String modelId, List<String> texts, String inputType, int dimension) {
    private static final int TITAN_MAX_CHARACTERS = 50_000;
    private static final int COHERE_MAX_TEXTS = 96;
    private static final int COHERE_3_MAX_CHARACTERS = 2_048;
    private static final int DEFAULT_DIMENSION = 1_024;

    public EmbeddingRequest {
        texts = List.copyOf(texts);
    }

    boolean isTitan() {
        return modelId.contains("titan-embed-text-v2");
    }

    static EmbeddingRequest of(String modelId, JsonNode body) {
        List<String> texts = new ArrayList<>();
        if (body.has("inputText")) {
            texts.add(body.path("inputText").asString(""));
        }
        body.path("texts").forEach(text -> texts.add(text.asString("")));
        int dimension =
                body.path("dimensions").asInt(body.path("output_dimension").asInt(DEFAULT_DIMENSION));
        return new EmbeddingRequest(modelId, texts, body.path("input_type").asString(""), dimension);
    }

    /** The service's complaint, if it has one. */
    Optional<String> complaint() {
        if (isTitan()) {
            return texts.size() != 1
                    ? Optional.of("Malformed input request: required key [inputText] not found")
                    : tooLong(TITAN_MAX_CHARACTERS);
        }
        if (!modelId.contains("cohere.embed-")) {
            return Optional.of("The provided model identifier is invalid.");
        }
        if (texts.isEmpty() || texts.size() > COHERE_MAX_TEXTS) {
            return Optional.of("Malformed input request: texts: between 1 and 96 items");
        }
        if (!List.of("search_document", "search_query").contains(inputType)) {
            return Optional.of("Malformed input request: input_type is required");
        }
        return modelId.contains("-v3") ? tooLong(COHERE_3_MAX_CHARACTERS) : Optional.empty();
    }

    private Optional<String> tooLong(int maxCharacters) {
        return texts.stream().anyMatch(text -> text.isEmpty() || text.length() > maxCharacters)
                ? Optional.of("Malformed input request: expected maxLength: " + maxCharacters + ", minLength: 1")
                : Optional.empty();
    }
}
