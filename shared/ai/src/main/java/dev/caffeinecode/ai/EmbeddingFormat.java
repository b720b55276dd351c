package dev.caffeinecode.ai;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a family of models on Bedrock wants to be asked; Bedrock's user guide, "Inference request parameters". */
enum EmbeddingFormat {
    /** At most 8,192 tokens and 50,000 characters. */
    TITAN_2("titan-embed-text-v2", 1, 50_000) {
        @Override
        Map<String, Object> request(List<String> texts, boolean query) {
            return Map.of("inputText", texts.getFirst(), "dimensions", DIMENSION, "normalize", true);
        }
    },
    /** At most 2,048 characters; it cuts by itself what has more than its 512 tokens. */
    COHERE_3("cohere.embed-(english|multilingual)-v3", 96, 2_048) {
        @Override
        Map<String, Object> request(List<String> texts, boolean query) {
            return cohere(texts, query, "END");
        }
    },
    /** At most 128,000 tokens. */
    COHERE_4("cohere.embed-v4", 96, 50_000) {
        @Override
        Map<String, Object> request(List<String> texts, boolean query) {
            Map<String, Object> request = cohere(texts, query, "RIGHT");
            request.put("output_dimension", DIMENSION);
            return request;
        }
    };

    /** Of the vectors that all of them are asked for: the only one that all of them have. */
    static final int DIMENSION = 1_024;

    private final String pattern;
    private final int textsPerCall;
    private final int maxCharacters;

    EmbeddingFormat(String pattern, int textsPerCall, int maxCharacters) {
        this.pattern = pattern;
        this.textsPerCall = textsPerCall;
        this.maxCharacters = maxCharacters;
    }

    /**
     * @param model id or inference profile
     * @throws ProblemException {@link ErrorCode#MODEL_NOT_CONFIGURED} for a model that is asked in yet another way
     */
    static EmbeddingFormat of(String model) {
        for (EmbeddingFormat format : values()) {
            if (model.matches(".*" + format.pattern + ".*")) {
                return format;
            }
        }
        throw new ProblemException(
                ErrorCode.MODEL_NOT_CONFIGURED,
                "CAFFEINE_EMBEDDINGS_BEDROCK is a model of Titan Text Embeddings v2 or Cohere Embed v3 or v4");
    }

    int textsPerCall() {
        return textsPerCall;
    }

    int maxCharacters() {
        return maxCharacters;
    }

    /** @param texts not more than {@link #textsPerCall()}, none longer than {@link #maxCharacters()} */
    abstract Map<String, Object> request(List<String> texts, boolean query);

    private static Map<String, Object> cohere(List<String> texts, boolean query, String truncate) {
        Map<String, Object> request = new HashMap<>();
        request.put("texts", texts);
        request.put("input_type", query ? "search_query" : "search_document");
        request.put("truncate", truncate);
        request.put("embedding_types", List.of("float"));
        return request;
    }
}
