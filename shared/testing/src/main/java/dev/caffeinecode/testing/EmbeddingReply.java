package dev.caffeinecode.testing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Makes vectors of texts: the sum of a direction for each word, so that texts with the same words lie near each other. */
final class EmbeddingReply {
    private EmbeddingReply() {}

    /** The body of the answer, as the model's own documentation shows it. */
    static Map<String, Object> to(EmbeddingRequest request) {
        List<float[]> vectors = request.texts().stream()
                .map(text -> vector(text, request.dimension()))
                .toList();
        return request.isTitan()
                ? Map.of("embedding", vectors.getFirst(), "inputTextTokenCount", tokens(request))
                : Map.of(
                        "id",
                        "0",
                        "embeddings",
                        Map.of("float", vectors),
                        "texts",
                        request.texts(),
                        "response_type",
                        "embeddings_by_type");
    }

    static int tokens(EmbeddingRequest request) {
        return request.texts().stream().mapToInt(Reply::tokens).sum();
    }

    private static float[] vector(String text, int dimension) {
        float[] sum = new float[dimension];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
            Random random = new Random(word.hashCode());
            for (int i = 0; i < dimension; i++) {
                sum[i] += (float) random.nextGaussian();
            }
        }
        return sum;
    }
}
