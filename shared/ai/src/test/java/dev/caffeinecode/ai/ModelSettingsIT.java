package dev.caffeinecode.ai;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.testing.TestCloud;
import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanCreationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ModelSettingsIT {
    private static final TestEnvironment ENVIRONMENT = TestEnvironment.create();

    @AfterAll
    static void close() {
        ENVIRONMENT.close();
    }

    private static ApplicationContext context(String... settings) {
        Map<String, Object> properties = ENVIRONMENT.properties();
        for (int i = 0; i < settings.length; i += 2) {
            properties.put("caffeine.models." + settings[i], settings[i + 1]);
        }
        return ApplicationContext.run(properties);
    }

    @Test
    void defaultsAskNoModel() {
        try (ApplicationContext context = context()) {
            assertThat(context.getBean(ModelSettings.class))
                    .isEqualTo(new ModelSettings(
                            "outline",
                            "eu.anthropic.claude-sonnet-5-5",
                            "claude-sonnet-5-5",
                            null,
                            URI.create("https://api.anthropic.com/v1"),
                            "qwen3-coder",
                            URI.create("http://localhost:11434"),
                            32_768,
                            Duration.ofMinutes(5),
                            48_000,
                            8_000));
            assertThat(context.getBean(ModelChoice.class).choose(null, null)).isEqualTo(ModelId.OUTLINE);
        }
    }

    @Test
    void withoutARegionOnlyWhoAsksForBedrockIsToldWhatToSet() {
        System.clearProperty("aws.region");
        System.setProperty("aws.disableEc2Metadata", "true");
        try (ApplicationContext context = context()) {
            LanguageModels models = context.getBean(LanguageModels.class);

            ProblemException refusal = catchThrowableOfType(
                    ProblemException.class, () -> models.get(new ModelId(Provider.BEDROCK, "anthropic.claude")));

            assertThat(refusal.code()).isEqualTo(ErrorCode.MODEL_NOT_CONFIGURED);
            assertThat(refusal.detail()).contains("AWS_REGION", "AWS_PROFILE", "another provider");
        } finally {
            System.clearProperty("aws.disableEc2Metadata");
            System.setProperty("aws.region", TestCloud.REGION);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "provider, openai",
        "bedrock, ''",
        "bedrock, a b",
        "anthropic, ''",
        "ollama, '../x'",
        "ollama-context-tokens, 100",
        "max-prompt-tokens, 100",
        "max-output-tokens, 10"
    })
    void badValueIsRefusedByName(String setting, String value) {
        try (ApplicationContext context = context(setting, value)) {
            assertThatExceptionOfType(BeanCreationException.class)
                    .isThrownBy(() -> context.getBean(ModelSettings.class))
                    .withMessageContaining(setting.replaceAll("-.*", ""));
        }
    }
}
