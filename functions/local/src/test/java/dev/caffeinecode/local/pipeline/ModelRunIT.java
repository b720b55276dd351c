package dev.caffeinecode.local.pipeline;

import dev.caffeinecode.testing.BedrockStandIn;
import dev.caffeinecode.testing.Behaviour;
import dev.caffeinecode.testing.ConverseRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs that a model writes: the SDK's own client talks to an HTTP server that speaks Converse. */
class ModelRunIT {
    private static final BedrockStandIn BEDROCK = BedrockStandIn.start();
    private static final Installation INSTALLATION = installation();

    @TempDir
    private Path directory;

    private String repository;

    private static Installation installation() {
        System.setProperty("aws.endpointUrlBedrockRuntime", BEDROCK.endpoint().toString());
        return Installation.create(Map.of("caffeine.models.provider", "bedrock"));
    }

    @AfterAll
    static void close() {
        INSTALLATION.close();
        BEDROCK.close();
        System.clearProperty("aws.endpointUrlBedrockRuntime");
    }

    @BeforeEach
    void cloneAndIndex() {
        BEDROCK.reset();
        Shop.create(directory.resolve("shop"));
        repository = INSTALLATION.document(directory.resolve("shop").toString());
    }

    private String start() {
        return INSTALLATION.post("/api/repos/" + repository + "/runs", Map.of()).text("id");
    }

    private Installation.Answer run() {
        String id = start();
        INSTALLATION.work();
        return INSTALLATION.get("/api/runs/" + id);
    }

    private static List<String> problems(Installation.Answer run) {
        return INSTALLATION
                .environment()
                .query("SELECT DISTINCT error_code FROM page WHERE error_code IS NOT NULL AND run_id = '"
                        + run.text("id") + "'");
    }

    @Test
    void pagesAreWrittenWithCitationsThatResolve() {
        Installation.Answer run = run();

        assertThat(run.text("state")).isEqualTo("completed");
        assertThat(run.text("outcome")).isEqualTo("complete");
        assertThat(run.number("pages", "written")).isEqualTo(run.number("pages", "planned"));
        assertThat(run.number("citations", "resolved")).isPositive();
        assertThat(run.number("spent", "tokensIn")).isEqualTo(BEDROCK.inputTokens());
        assertThat(run.number("spent", "tokensOut")).isEqualTo(BEDROCK.outputTokens());
        assertThat(run.number("spent", "costMicros")).isPositive();
    }

    @Test
    void promptHoldsSourceWithLineNumbers() {
        run();

        assertThat(BEDROCK.requests())
                .extracting(ConverseRequest::json)
                .anySatisfy(prompt -> assertThat(prompt).contains("=== shop/cart.py ===", "| class Cart:"));
    }

    @Test
    void inventedCitationsAreTakenOutAndCounted() {
        BEDROCK.script(_ -> true, new Behaviour.Lie());

        Installation.Answer run = run();

        assertThat(run.text("state")).isEqualTo("completed");
        assertThat(run.number("citations", "removed")).isPositive();
        assertThat(run.number("citations", "resolved")).isPositive();
    }

    static Stream<Behaviour> unusable() {
        return Stream.of(new Behaviour.Empty(), new Behaviour.Cut(), new Behaviour.Filtered());
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void pageWithoutAUsableAnswerIsOutlinedAndSaysWhy(Behaviour behaviour) {
        BEDROCK.script(_ -> true, behaviour);

        Installation.Answer run = run();

        assertThat(run.text("state")).isEqualTo("completed");
        assertThat(run.number("pages", "outlined")).isEqualTo(run.number("pages", "planned"));
        assertThat(problems(run)).containsExactly("model_answer_unusable");
    }

    @Test
    void pageWhosePromptIsTooLongIsOutlinedAndTheOthersAreWritten() {
        BEDROCK.script(new Behaviour.Failure(400, "ValidationException", "Input is too long for requested model."));

        Installation.Answer run = run();

        assertThat(run.text("state")).isEqualTo("completed");
        assertThat(run.text("outcome")).isEqualTo("partial");
        assertThat(run.number("pages", "outlined")).isEqualTo(1);
        assertThat(run.number("pages", "written")).isEqualTo(run.number("pages", "planned") - 1);
        assertThat(problems(run)).containsExactly("model_input_too_large");
    }

    @Test
    void busyModelIsAskedAgain() {
        BEDROCK.script(Behaviour.throttled(), Behaviour.failing(503), new Behaviour.Hangup());

        Installation.Answer run = run();

        assertThat(run.text("state")).isEqualTo("completed");
        assertThat(run.number("pages", "written")).isEqualTo(run.number("pages", "planned"));
    }

    @Test
    void whatEveryPageWouldFailByEndsTheRun() {
        BEDROCK.script(
                _ -> true, new Behaviour.Failure(403, "AccessDeniedException", "You don't have access to the model."));

        Installation.Answer run = run();

        assertThat(run.text("state")).isEqualTo("failed");
        assertThat(run.text("problem", "code")).isEqualTo("model_access_denied");
        assertThat(INSTALLATION.environment().query("SELECT type FROM step")).isEmpty();
    }

    @Test
    void sameInputsAreNotAskedForAgain() {
        run();
        int calls = BEDROCK.calls();

        Installation.Answer second = run();

        assertThat(BEDROCK.calls()).isEqualTo(calls);
        assertThat(second.number("spent", "costMicros")).isZero();
        assertThat(second.number("pages", "reused")).isEqualTo(second.number("pages", "planned"));
    }
}
