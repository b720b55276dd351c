package dev.caffeinecode.ai;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

import java.net.URI;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class LanguageModelsTest {
    private static final ModelId SONNET = new ModelId(Provider.BEDROCK, "eu.anthropic.claude-sonnet-5-5");

    private static ProblemException refusal(LanguageModels models, ModelId model) {
        return catchThrowableOfType(ProblemException.class, () -> models.get(model));
    }

    @Test
    void withoutCredentialsThePersonIsToldWhatToSet() {
        try (BedrockRuntimeClient client = BedrockRuntimeClient.builder()
                .region(Region.EU_CENTRAL_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(() -> {
                    throw SdkClientException.create("Unable to load credentials");
                })
                .build()) {
            LanguageModels models = new LanguageModels(Settings.of(Provider.BEDROCK), () -> client);

            ProblemException refusal = refusal(models, SONNET);

            assertThat(refusal.code()).isEqualTo(ErrorCode.MODEL_NOT_CONFIGURED);
            assertThat(refusal.detail()).contains("AWS_ACCESS_KEY_ID");
        }
    }

    @Test
    void anthropicWithoutAKeyIsRefused() {
        for (String key : new String[] {null, "", " "}) {
            ModelSettings settings =
                    Settings.with(Provider.ANTHROPIC, Duration.ofSeconds(1), key, URI.create("http://127.0.0.1:1"));
            LanguageModels models = new LanguageModels(settings, () -> {
                throw new AssertionError("Bedrock is not asked for");
            });

            ProblemException refusal = refusal(models, new ModelId(Provider.ANTHROPIC, "claude-sonnet-5-5"));

            assertThat(refusal.code()).isEqualTo(ErrorCode.MODEL_NOT_CONFIGURED);
            assertThat(refusal.detail()).contains("ANTHROPIC_API_KEY");
        }
    }

    @Test
    void ollamaThatDoesNotListenIsUnavailable() {
        LanguageModels models = new LanguageModels(Settings.of(Provider.OLLAMA), () -> {
            throw new AssertionError("Bedrock is not asked for");
        });
        LanguageModel model = models.get(new ModelId(Provider.OLLAMA, "qwen3-coder"));

        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> model.complete(new Prompt("s", "u", 10)));

        assertThat(problem.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
    }

    @Test
    void modelIsMadeOnce() {
        LanguageModels models = new LanguageModels(Settings.of(Provider.OLLAMA), () -> {
            throw new AssertionError("Bedrock is not asked for");
        });
        ModelId model = new ModelId(Provider.OLLAMA, "qwen3-coder");

        assertThat(models.get(model)).isSameAs(models.get(new ModelId(Provider.OLLAMA, "qwen3-coder")));
    }

    @Test
    void outlineAsksNoModel() {
        LanguageModels models = new LanguageModels(Settings.of(Provider.OUTLINE), () -> {
            throw new AssertionError("Bedrock is not asked for");
        });

        assertThatIllegalArgumentException().isThrownBy(() -> models.get(ModelId.OUTLINE));
    }
}
