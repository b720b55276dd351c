package dev.caffeinecode.ai;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.testing.BedrockStandIn;
import dev.caffeinecode.testing.Behaviour;
import dev.caffeinecode.testing.ConverseRequest;
import dev.caffeinecode.testing.SystemProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

import java.net.URI;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The whole way to Bedrock: our settings, langchain4j, the SDK's client, HTTP. */
class BedrockModelIT {
    private static final ModelId SONNET = new ModelId(Provider.BEDROCK, "eu.anthropic.claude-sonnet-5-5");
    private static final Prompt PROMPT = new Prompt("Be brief.", "=== a.py ===\n    1| x = 1\n", 500);
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    private final BedrockStandIn bedrock = BedrockStandIn.start();
    private final SystemProperties properties = SystemProperties.of(bedrock.sdkProperties());

    @AfterEach
    void clear() {
        properties.close();
        bedrock.close();
    }

    private static LanguageModel model(Duration timeout) {
        ModelSettings settings = Settings.with(Provider.BEDROCK, timeout, null, NOWHERE);
        BedrockRuntimeClient client = new BedrockClientFactory().bedrock(settings);
        return new LanguageModels(settings, () -> client).get(SONNET);
    }

    private static LanguageModel model() {
        return model(Duration.ofSeconds(20));
    }

    private static ProblemException problem(LanguageModel model) {
        return catchThrowableOfType(ProblemException.class, () -> model.complete(PROMPT));
    }

    @Test
    void answerComesWithWhatItCost() {
        bedrock.script(new Behaviour.Text("Hello."));

        Completion completion = model().complete(PROMPT);

        assertThat(completion.text()).isEqualTo("Hello.");
        assertThat(completion.finish()).isEqualTo(Completion.Finish.COMPLETE);
        assertThat(completion.usage().totalInput()).isEqualTo(bedrock.inputTokens());
        assertThat(completion.usage().output()).isEqualTo(bedrock.outputTokens());
    }

    @Test
    void requestHoldsThePromptItsLimitAndNoSampling() {
        model().complete(PROMPT);

        ConverseRequest request = bedrock.requests().getFirst();
        assertThat(request.modelId()).isEqualTo(SONNET.name());
        assertThat(request.system()).containsExactly(PROMPT.system());
        assertThat(request.messages()).containsExactly(new ConverseRequest.Message("user", PROMPT.user()));
        assertThat(request.maxTokens()).isEqualTo(500);
        assertThat(request.json()).contains("cachePoint").doesNotContain("temperature", "topP", "toolConfig");
    }

    @Test
    void conversationGoesInTurnsAndEndsWithTheUser() {
        model().complete(PROMPT.then("x is 1.", "Where does it say so?"));

        assertThat(bedrock.requests().getFirst().messages())
                .containsExactly(
                        new ConverseRequest.Message("user", PROMPT.user()),
                        new ConverseRequest.Message("assistant", "x is 1."),
                        new ConverseRequest.Message("user", "Where does it say so?"));
    }

    @Test
    void systemPromptIsReadFromTheCacheTheSecondTime() {
        LanguageModel model = model();
        Prompt first = new Prompt("You write documentation. ".repeat(400), "one", 500);

        TokenUsage written = model.complete(first).usage();
        TokenUsage read = model.complete(new Prompt(first.system(), "two", 500)).usage();

        assertThat(written.cacheWrite()).isPositive();
        assertThat(read.cacheRead()).isEqualTo(written.cacheWrite());
        assertThat(read.input()).isLessThan(10);
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn, COMPLETE",
        "stop_sequence, COMPLETE",
        "max_tokens, CUT",
        "model_context_window_exceeded, CUT",
        "content_filtered, REFUSED",
        "guardrail_intervened, REFUSED",
        "refusal, REFUSED",
        "something_of_next_year, REFUSED"
    })
    void reasonToStopIsToldApart(String stopReason, Completion.Finish finish) {
        bedrock.script(new Behaviour.Stopped(stopReason));

        Completion completion = model().complete(PROMPT);

        assertThat(completion.finish()).isEqualTo(finish);
        assertThat(completion.usage().output()).isPositive();
    }

    @Test
    void answerCutAtTheLimitSaysSo() {
        assertThat(model().complete(new Prompt("s", PROMPT.user(), 3)).finish()).isEqualTo(Completion.Finish.CUT);
    }

    @Test
    void emptyAnswerIsAnEmptyText() {
        bedrock.script(new Behaviour.Empty());

        assertThat(model().complete(PROMPT).text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "429, ThrottlingException, MODEL_THROTTLED",
        "429, ModelNotReadyException, MODEL_THROTTLED",
        "400, ServiceQuotaExceededException, MODEL_THROTTLED",
        "500, InternalServerException, MODEL_UNAVAILABLE",
        "503, ServiceUnavailableException, MODEL_UNAVAILABLE",
        "408, ModelTimeoutException, MODEL_UNAVAILABLE",
        "424, ModelErrorException, MODEL_UNAVAILABLE",
        "403, AccessDeniedException, MODEL_ACCESS_DENIED",
        "403, UnrecognizedClientException, MODEL_ACCESS_DENIED",
        "403, ExpiredTokenException, MODEL_ACCESS_DENIED",
        "404, ResourceNotFoundException, MODEL_NOT_CONFIGURED",
        "400, ValidationException, MODEL_REQUEST_REFUSED"
    })
    void failureIsToldApartByWhoHasToAct(int status, String type, ErrorCode code) {
        Behaviour failure = new Behaviour.Failure(status, type, "arn:aws:iam::123456789012:user/x is not allowed");
        bedrock.script(_ -> true, failure);

        ProblemException problem = problem(model());

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.detail()).doesNotContain("123456789012");
        assertThat(problem).hasCauseInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Input is too long for requested model.",
                "The model returned the following errors: prompt is too long: 208310 tokens > 200000 maximum",
                "input length and `max_tokens` exceed context limit: 199000 + 8000 > 200000"
            })
    void promptThatIsTooLongIsToldFromOtherRefusals(String message) {
        bedrock.script(_ -> true, new Behaviour.Failure(400, "ValidationException", message));

        assertThat(problem(model()).code()).isEqualTo(ErrorCode.MODEL_INPUT_TOO_LARGE);
    }

    @Test
    void deniedAccessSaysWhatToDo() {
        bedrock.script(_ -> true, new Behaviour.Failure(403, "AccessDeniedException", "no"));

        assertThat(problem(model()).detail())
                .contains("bedrock/eu.anthropic.claude-sonnet-5-5", "credentials", "the account may use the model");
    }

    @Test
    void nothingIsTriedTwiceUnseen() {
        bedrock.script(_ -> true, Behaviour.throttled());

        assertThat(problem(model()).code()).isEqualTo(ErrorCode.MODEL_THROTTLED);
        assertThat(bedrock.calls()).isEqualTo(1);
    }

    @Test
    void modelThatIsTooSlowMayHaveCharged() {
        bedrock.script(_ -> true, new Behaviour.Slow(Duration.ofSeconds(30), new Behaviour.Page()));

        assertThat(problem(model(Duration.ofMillis(400))).code()).isEqualTo(ErrorCode.MODEL_TIMED_OUT);
    }

    @Test
    void modelWhoseConnectionBreaksMayHaveCharged() {
        bedrock.script(_ -> true, new Behaviour.Hangup());

        assertThat(problem(model()).code()).isEqualTo(ErrorCode.MODEL_TIMED_OUT);
    }

    @Test
    void nobodyListeningIsUnavailable() {
        properties.set("aws.endpointUrlBedrockRuntime", NOWHERE.toString());

        assertThat(problem(model()).code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
    }
}
