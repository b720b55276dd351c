package dev.caffeinecode.ai;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.bedrock.BedrockCachePointPlacement;
import dev.langchain4j.model.bedrock.BedrockChatModel;
import dev.langchain4j.model.bedrock.BedrockChatRequestParameters;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The models by id, made when they are asked for the first time. Retries are the queue's, so none are made here. Only
 * where langchain4j is on the class path: functions that ask no model carry none of it.
 */
@Requires(classes = BedrockChatModel.class)
@Singleton
public class LanguageModels {
    private static final int NO_RETRIES = 0;

    private final ModelSettings settings;
    private final BeanProvider<BedrockRuntimeClient> bedrock;
    private final ConcurrentMap<ModelId, LanguageModel> models = new ConcurrentHashMap<>();

    LanguageModels(ModelSettings settings, BeanProvider<BedrockRuntimeClient> bedrock) {
        this.settings = settings;
        this.bedrock = bedrock;
    }

    /**
     * Checks what can be checked without a call.
     *
     * @throws ProblemException {@link ErrorCode#MODEL_NOT_CONFIGURED} when the provider is not set up
     */
    public LanguageModel get(ModelId model) {
        return models.computeIfAbsent(model, this::create);
    }

    private LanguageModel create(ModelId model) {
        return new Langchain4jModel(
                model,
                switch (model.provider()) {
                    case OUTLINE -> throw new IllegalArgumentException("an outline asks no model");
                    case BEDROCK -> bedrock(model.name());
                    case ANTHROPIC -> anthropic(model.name());
                    case OLLAMA -> ollama(model.name());
                });
    }

    private ChatModel bedrock(String name) {
        return BedrockChatModel.builder()
                .client(BedrockClientFactory.checked(bedrock))
                .modelId(name)
                .maxRetries(NO_RETRIES)
                .defaultRequestParameters(BedrockChatRequestParameters.builder()
                        .promptCaching(BedrockCachePointPlacement.AFTER_SYSTEM)
                        .build())
                .build();
    }

    private ChatModel anthropic(String name) {
        String key = Optional.ofNullable(settings.anthropicApiKey())
                .filter(given -> !given.isBlank())
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.MODEL_NOT_CONFIGURED, "set ANTHROPIC_API_KEY, or choose another provider"));
        return AnthropicChatModel.builder()
                .baseUrl(settings.anthropicUrl().toString())
                .apiKey(key)
                .modelName(name)
                .maxTokens(settings.maxOutputTokens())
                .cacheSystemMessages(true)
                .timeout(settings.timeout())
                .maxRetries(NO_RETRIES)
                .build();
    }

    private ChatModel ollama(String name) {
        return OllamaChatModel.builder()
                .baseUrl(settings.ollamaUrl().toString())
                .modelName(name)
                .numCtx(settings.ollamaContextTokens())
                .timeout(settings.timeout())
                .maxRetries(NO_RETRIES)
                .build();
    }
}
