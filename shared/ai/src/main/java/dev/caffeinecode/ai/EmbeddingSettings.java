package dev.caffeinecode.ai;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Pattern;

/**
 * Which model embeds chunks. Keys are {@code caffeine.embeddings.*}; {@code CAFFEINE_EMBEDDINGS_PROVIDER} and friends set
 * them.
 *
 * @param provider {@code none}, {@code local} for the model that comes with the local process, or {@code bedrock}
 * @param bedrock model id or inference profile: Titan Text Embeddings v2, or Embed of Cohere in version 3 or 4
 */
@ConfigurationProperties("caffeine.embeddings")
public record EmbeddingSettings(
        @Pattern(regexp = "none|local|bedrock") @Bindable(defaultValue = "none")
        String provider,

        @Pattern(regexp = ModelId.FORM) @Bindable(defaultValue = "amazon.titan-embed-text-v2:0")
        String bedrock) {}
