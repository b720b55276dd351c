package dev.caffeinecode.ai;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanCreationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EmbeddingSettingsIT {
    private static final TestEnvironment ENVIRONMENT = TestEnvironment.create();

    @AfterAll
    static void close() {
        ENVIRONMENT.close();
    }

    private static ApplicationContext context(String... settings) {
        Map<String, Object> properties = ENVIRONMENT.properties();
        for (int i = 0; i < settings.length; i += 2) {
            properties.put("caffeine.embeddings." + settings[i], settings[i + 1]);
        }
        return ApplicationContext.run(properties);
    }

    @Test
    void nothingIsEmbeddedByDefault() {
        try (ApplicationContext context = context()) {
            assertThat(context.getBean(EmbeddingSettings.class))
                    .isEqualTo(new EmbeddingSettings("none", "amazon.titan-embed-text-v2:0"));
            assertThat(context.getBean(EmbeddingModels.class).configured()).isEmpty();
        }
    }

    @Test
    void localModelIsThatOfThisModule() {
        try (ApplicationContext context = context("provider", "local")) {
            assertThat(context.getBean(EmbeddingModels.class).configured())
                    .hasValueSatisfying(model -> assertThat(model.id()).isEqualTo(MiniLmModel.ID));
        }
    }

    @Test
    void modelOfBedrockIsNamedByTheSettingAndAskedOnlyWhenItIsUsed() {
        try (ApplicationContext context = context("provider", "bedrock", "bedrock", "eu.cohere.embed-v4:0")) {
            assertThat(context.getBean(EmbeddingModels.class).configured())
                    .hasValueSatisfying(model -> assertThat(model.id()).hasToString("bedrock/cohere.embed-v4:0"));
        }
        try (ApplicationContext context = context("provider", "bedrock", "bedrock", "amazon.titan-embed-text-v1")) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> context.getBean(EmbeddingModels.class).configured())
                    .extracting(ProblemException::code)
                    .isEqualTo(ErrorCode.MODEL_NOT_CONFIGURED);
        }
    }

    @ParameterizedTest
    @CsvSource({"provider, openai", "bedrock, 'a b'"})
    void otherValuesAreRefused(String key, String value) {
        try (ApplicationContext context = context(key, value)) {
            assertThatExceptionOfType(BeanCreationException.class)
                    .isThrownBy(() -> context.getBean(EmbeddingSettings.class));
        }
    }

    @Test
    void modelThatThisProcessDoesNotHoldIsAProblem() {
        try (ApplicationContext empty = ApplicationContext.builder().build()) {
            EmbeddingSettings local = new EmbeddingSettings("local", "amazon.titan-embed-text-v2:0");

            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> new EmbeddingModels(local, empty).configured())
                    .extracting(ProblemException::code)
                    .isEqualTo(ErrorCode.MODEL_NOT_CONFIGURED);
        }
    }

    @Test
    void modelHasANameWithItsProviderAndADimension() {
        assertThat(new EmbeddingModelId("bedrock/cohere.embed-v4:0", 1024)).hasToString("bedrock/cohere.embed-v4:0");
        assertThatIllegalArgumentException().isThrownBy(() -> new EmbeddingModelId("titan", 1024));
        assertThatIllegalArgumentException().isThrownBy(() -> new EmbeddingModelId("local/x", 0));
    }
}
