package dev.caffeinecode.ai;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ModelChoiceTest {
    private final ModelChoice choice = new ModelChoice(Settings.of(Provider.BEDROCK));

    @Test
    void nothingSaidMeansWhatIsConfigured() {
        assertThat(choice.choose(null, null))
                .isEqualTo(new ModelId(Provider.BEDROCK, "eu.anthropic.claude-sonnet-5-5"));
        assertThat(new ModelChoice(Settings.of(Provider.OUTLINE)).choose(null, null))
                .isEqualTo(ModelId.OUTLINE);
    }

    @Test
    void providerAloneMeansItsDefault() {
        assertThat(choice.choose("ollama", null)).isEqualTo(new ModelId(Provider.OLLAMA, "qwen3-coder"));
        assertThat(choice.choose("anthropic", null)).isEqualTo(new ModelId(Provider.ANTHROPIC, "claude-sonnet-5-5"));
    }

    @Test
    void outlineHasNoModels() {
        assertThat(choice.choose("outline", "gpt")).isEqualTo(ModelId.OUTLINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eu.anthropic.claude-opus-5-5",
                "anthropic.claude-sonnet-4-20250514-v1:0",
                "arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/a1b2c3",
                "hf.co/bartowski/Model-GGUF:Q4_K_M"
            })
    void nameIsTakenAsTheProviderCallsIt(String name) {
        ModelId model = choice.choose(null, name);

        assertThat(model.name()).isEqualTo(name);
        assertThat(model).hasToString("bedrock/" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "-x", "../x", "a\nb", "a?b=c", "a#b", "\u00e9", "<script>"})
    void nameThatNoModelHasIsRefused(String name) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> choice.choose("bedrock", name))
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelId(Provider.BEDROCK, name));
    }

    @Test
    void longNameIsRefused() {
        assertThat(ModelId.isName("a".repeat(256))).isTrue();
        assertThat(ModelId.isName("a".repeat(257))).isFalse();
    }

    @Test
    void unknownProviderIsRefusedWithTheOnesThereAre() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> choice.choose("openai", null))
                .withMessage("provider is one of outline, bedrock, anthropic, ollama");
    }

    @Test
    void localModelGetsNoMoreThanItsWindow() {
        ModelSettings settings = Settings.of(Provider.OLLAMA);

        assertThat(settings.promptTokens(new ModelId(Provider.OLLAMA, "x"))).isEqualTo(24_768);
        assertThat(settings.promptTokens(new ModelId(Provider.BEDROCK, "x"))).isEqualTo(48_000);
    }
}
