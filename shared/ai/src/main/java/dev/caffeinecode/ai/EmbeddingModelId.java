package dev.caffeinecode.ai;

import java.util.regex.Pattern;

/**
 * A model whose vectors can be compared with each other, and with those of no other model.
 *
 * @param name with its provider: {@code bedrock/amazon.titan-embed-text-v2:0}
 * @param dimension how many numbers a vector has
 */
public record EmbeddingModelId(String name, int dimension) {
    private static final Pattern NAME = Pattern.compile("(local|bedrock)/" + ModelId.FORM);

    public EmbeddingModelId {
        if (!NAME.matcher(name).matches() || dimension < 1) {
            throw new IllegalArgumentException("not an embedding model: " + name + ", " + dimension);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
