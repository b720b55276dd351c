package dev.caffeinecode.ai;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;

/**
 * Which models write when a run does not say. Keys are {@code caffeine.models.*}; {@code CAFFEINE_MODELS_PROVIDER} and
 * friends set them.
 *
 * @param provider {@code outline}, {@code bedrock}, {@code anthropic} or {@code ollama}
 * @param bedrock model id or inference profile; an inference profile is bound to a part of the world
 * @param anthropic model name
 * @param anthropicApiKey null when there is none; {@code ANTHROPIC_API_KEY} sets it too
 * @param anthropicUrl where Anthropic's API is
 * @param ollama tag of a model that is pulled already
 * @param ollamaUrl where Ollama listens
 * @param ollamaContextTokens window that Ollama is told to make; it cuts longer prompts without a word
 * @param timeout of one call, longer than the slowest page takes
 * @param maxPromptTokens of one prompt, estimated
 * @param maxOutputTokens of one answer
 */
@ConfigurationProperties("caffeine.models")
public record ModelSettings(
        @Pattern(regexp = "outline|bedrock|anthropic|ollama") @Bindable(defaultValue = "outline")
        String provider,

        @Pattern(regexp = ModelId.FORM) @Bindable(defaultValue = "eu.anthropic.claude-sonnet-5-5")
        String bedrock,

        @Pattern(regexp = ModelId.FORM) @Bindable(defaultValue = "claude-sonnet-5-5")
        String anthropic,

        @Nullable String anthropicApiKey,

        @Bindable(defaultValue = "https://api.anthropic.com/v1")
        URI anthropicUrl,

        @Pattern(regexp = ModelId.FORM) @Bindable(defaultValue = "qwen3-coder")
        String ollama,

        @Bindable(defaultValue = "http://localhost:11434") URI ollamaUrl,
        @Min(2048) @Bindable(defaultValue = "32768") int ollamaContextTokens,
        @Bindable(defaultValue = "5m") Duration timeout,
        @Min(2048) @Bindable(defaultValue = "48000") int maxPromptTokens,
        @Min(256) @Bindable(defaultValue = "8000") int maxOutputTokens) {

    /** The model that a provider uses unless told otherwise. */
    public ModelId defaultModel(Provider of) {
        return switch (of) {
            case OUTLINE -> ModelId.OUTLINE;
            case BEDROCK -> new ModelId(of, bedrock);
            case ANTHROPIC -> new ModelId(of, anthropic);
            case OLLAMA -> new ModelId(of, ollama);
        };
    }

    /** What a prompt for the model may have, the answer's share left out. */
    public int promptTokens(ModelId model) {
        return model.provider() == Provider.OLLAMA
                ? Math.min(maxPromptTokens, Math.max(1024, ollamaContextTokens - maxOutputTokens))
                : maxPromptTokens;
    }
}
