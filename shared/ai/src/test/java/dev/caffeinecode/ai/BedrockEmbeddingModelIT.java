package dev.caffeinecode.ai;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.testing.BedrockStandIn;
import dev.caffeinecode.testing.Behaviour;
import dev.caffeinecode.testing.EmbeddingRequest;
import dev.caffeinecode.testing.SystemProperties;
import io.micronaut.serde.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The whole way to Bedrock: our settings, the SDK's client, HTTP. */
class BedrockEmbeddingModelIT {
    private static final String TITAN = "amazon.titan-embed-text-v2:0";
    private static final String COHERE_3 = "cohere.embed-multilingual-v3";
    private static final String COHERE_4 = "eu.cohere.embed-v4:0";

    private final BedrockStandIn bedrock = BedrockStandIn.start();
    private final SystemProperties properties = SystemProperties.of(bedrock.sdkProperties());

    @AfterEach
    void clear() {
        properties.close();
        bedrock.close();
    }

    private static EmbeddingModel model(String name) {
        ModelSettings settings =
                Settings.with(Provider.BEDROCK, Duration.ofSeconds(20), null, URI.create("http://127.0.0.1:1"));
        BedrockRuntimeClient client = new BedrockClientFactory().bedrock(settings);
        return new BedrockEmbeddingModel(
                new EmbeddingSettings("bedrock", name), () -> client, ObjectMapper.getDefault());
    }

    private static List<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "text number " + i).toList();
    }

    private static double similarity(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({TITAN + ", 100", COHERE_3 + ", 2", COHERE_4 + ", 2"})
    void everyTextHasItsVectorInOrderAndTokensAreCounted(String name, int calls) {
        EmbeddingModel model = model(name);

        Embeddings made = model.documents(texts(100));

        assertThat(bedrock.embeddings()).hasSize(calls);
        assertThat(made.vectors())
                .hasSize(100)
                .allSatisfy(vector -> assertThat(vector).hasSize(model.id().dimension()));
        assertThat(made.usage().input())
                .isEqualTo(texts(100).stream()
                        .mapToInt(text -> Math.ceilDiv(text.length(), 4))
                        .sum());
        assertThat(similarity(model.query("text number 73"), made.vectors().get(73)))
                .isBetween(0.9999, 1.0001);
    }

    @Test
    void profileOfAnotherRegionIsTheSameModel() {
        assertThat(model(COHERE_4).id()).isEqualTo(new EmbeddingModelId("bedrock/cohere.embed-v4:0", 1024));
        assertThat(model("global.cohere.embed-v4:0").id())
                .isEqualTo(model("cohere.embed-v4:0").id());
        assertThat(model(TITAN).id()).isEqualTo(new EmbeddingModelId("bedrock/" + TITAN, 1024));
        assertThat(model(COHERE_3).id()).hasToString("bedrock/" + COHERE_3);
    }

    @ParameterizedTest
    @ValueSource(strings = {COHERE_3, COHERE_4})
    void questionsAreReadInAnotherWayThanWhatAnswersThem(String name) {
        model(name).documents(List.of("a"));
        model(name).query("b");

        assertThat(bedrock.embeddings())
                .extracting(EmbeddingRequest::inputType)
                .containsExactly("search_document", "search_query");
    }

    @Test
    void textThatIsTooLongIsCut() {
        model(COHERE_3).documents(List.of("word ".repeat(1_000)));
        model(TITAN).documents(List.of("word ".repeat(20_000)));

        assertThat(bedrock.embeddings())
                .extracting(request -> request.texts().getFirst().length())
                .containsExactly(2_048, 50_000);
    }

    @Test
    void textOfTooManyTokensIsHalvedUntilItFits() {
        Behaviour tooMany = new Behaviour.Failure(
                400,
                "ValidationException",
                "400 Bad Request: Too many input tokens. Max input tokens: 8192, request input token count: 9056");
        bedrock.scriptEmbeddings(tooMany, tooMany);

        model(TITAN).documents(List.of("字".repeat(4_000)));

        assertThat(bedrock.embeddings())
                .extracting(request -> request.texts().getFirst().length())
                .containsExactly(4_000, 2_000, 1_000);
    }

    @ParameterizedTest
    @CsvSource({
        "429, ThrottlingException, MODEL_THROTTLED",
        "400, ServiceQuotaExceededException, MODEL_THROTTLED",
        "403, AccessDeniedException, MODEL_ACCESS_DENIED",
        "404, ResourceNotFoundException, MODEL_NOT_CONFIGURED",
        "400, ValidationException, MODEL_REQUEST_REFUSED",
        "424, ModelErrorException, MODEL_UNAVAILABLE",
        "503, ServiceUnavailableException, MODEL_UNAVAILABLE"
    })
    void failureSaysWhoHasToAct(int status, String type, ErrorCode code) {
        Behaviour failure = new Behaviour.Failure(status, type, "no");
        bedrock.scriptEmbeddings(failure, failure);

        assertThat(catchThrowableOfType(
                        ProblemException.class, () -> model(COHERE_4).documents(texts(3))))
                .extracting(ProblemException::code)
                .isEqualTo(code);
    }

    @Test
    void brokenConnectionMayPass() {
        bedrock.scriptEmbeddings(new Behaviour.Hangup());

        assertThat(catchThrowableOfType(
                        ProblemException.class, () -> model(TITAN).documents(texts(1))))
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
    }

    @Test
    void oneFailureOfManyTextsIsTheFailure() {
        bedrock.scriptEmbeddings(new Behaviour.Failure(403, "AccessDeniedException", "no"));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> model(TITAN).documents(texts(50)))
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.MODEL_ACCESS_DENIED);
    }

    @Test
    void modelThatWouldBeAskedInAnotherWayIsRefused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> model("amazon.titan-embed-text-v1"))
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.MODEL_NOT_CONFIGURED);
    }

    @Test
    void vectorsHaveTheirPrice() {
        TokenUsage million = new TokenUsage(1_000_000, 0, 0, 0);

        assertThat(new Prices().cost(new ModelId(Provider.BEDROCK, TITAN), million))
                .contains(20_000L);
        assertThat(new Prices().cost(new ModelId(Provider.BEDROCK, COHERE_3), million))
                .contains(100_000L);
        assertThat(new Prices().cost(new ModelId(Provider.BEDROCK, COHERE_4), million))
                .contains(120_000L);
    }
}
