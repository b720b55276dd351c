package dev.caffeinecode.ai;

import java.util.List;

/**
 * What a model made of texts.
 *
 * @param vectors one for each text
 * @param usage what the provider counted
 */
public record Embeddings(List<float[]> vectors, TokenUsage usage) {
    public Embeddings {
        vectors = List.copyOf(vectors);
    }
}
