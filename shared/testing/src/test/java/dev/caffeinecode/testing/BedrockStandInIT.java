package dev.caffeinecode.testing;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.bedrock.BedrockChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointType;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InternalServerException;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceUnavailableException;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BedrockStandInIT {
    private static final String MODEL = "eu.anthropic.claude-sonnet-4-20250514-v1:0";
    private static final String PROMPT = """
            Describe the module.

            === src/Shop.java ===
                9| class Shopkeeper {
               10|     void sell() {}
               11| }
            === src/Till.java ===
                1| class Till {}
            """;

    private final BedrockStandIn bedrock = BedrockStandIn.start();
    private final BedrockRuntimeClient client = Clients.bedrock(bedrock.endpoint(), Duration.ofSeconds(5));

    @AfterEach
    void stop() {
        client.close();
        bedrock.close();
    }

    @Test
    void pageCitesLinesThatAreInThePrompt() {
        ConverseResponse response = converse(PROMPT);

        assertThat(response.stopReason()).isEqualTo(StopReason.END_TURN);
        assertThat(text(response)).isEqualTo("""
                # src

                This page describes 2 files [src/Shop.java:9-11].

                ## Shop.java

                `Shopkeeper` is defined or used here [src/Shop.java:9-11].

                ## Till.java

                `Till` is defined or used here [src/Till.java:1-1].
                """);
    }

    @Test
    void tokensAreQuartersOfTheCharacters() {
        ConverseResponse response = converse("12345");

        assertThat(response.usage().inputTokens()).isEqualTo(2);
        assertThat(response.usage().outputTokens()).isEqualTo(Reply.tokens(text(response)));
        assertThat(response.usage().totalTokens()).isEqualTo(2 + Reply.tokens(text(response)));
        assertThat(bedrock.inputTokens()).isEqualTo(2);
        assertThat(bedrock.outputTokens()).isEqualTo(Reply.tokens(text(response)));
    }

    @Test
    void requestIsRecordedAsSent() {
        client.converse(request -> request.modelId(MODEL)
                .system(SystemContentBlock.fromText("Be brief."))
                .messages(user("Hello"))
                .inferenceConfig(limits -> limits.maxTokens(100)));

        assertThat(bedrock.calls()).isEqualTo(1);
        ConverseRequest request = bedrock.requests().getFirst();
        assertThat(request.modelId()).isEqualTo(MODEL);
        assertThat(request.system()).containsExactly("Be brief.");
        assertThat(request.messages()).containsExactly(new ConverseRequest.Message("user", "Hello"));
        assertThat(request.maxTokens()).isEqualTo(100);
    }

    @Test
    void answerEndsAtTheLimitOfTheRequest() {
        ConverseResponse response = client.converse(request ->
                request.modelId(MODEL).messages(user(PROMPT)).inferenceConfig(limits -> limits.maxTokens(5)));

        assertThat(response.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
        assertThat(text(response)).hasSize(20);
        assertThat(response.usage().outputTokens()).isEqualTo(5);
    }

    @Test
    void beginningThatWasSentBeforeIsReadFromTheCache() {
        ConverseResponse first = converseCached("x".repeat(8_000), "first question");
        ConverseResponse second = converseCached("x".repeat(8_000), "other question");
        ConverseResponse tooShort = converseCached("x".repeat(100), "question");

        assertThat(first.usage().cacheWriteInputTokens()).isEqualTo(2_000);
        assertThat(first.usage().cacheReadInputTokens()).isZero();
        assertThat(second.usage().cacheReadInputTokens()).isEqualTo(2_000);
        assertThat(second.usage().inputTokens()).isEqualTo(4);
        assertThat(tooShort.usage().cacheWriteInputTokens()).isZero();
    }

    @Test
    void langchain4jUnderstandsIt() {
        BedrockChatModel model = BedrockChatModel.builder()
                .client(client)
                .modelId(MODEL)
                .maxRetries(0)
                .build();

        ChatResponse response = model.chat(ChatRequest.builder()
                .messages(SystemMessage.from("Be brief."), UserMessage.from(PROMPT))
                .build());

        assertThat(response.aiMessage().text()).contains("[src/Shop.java:9-11]");
        assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(response.tokenUsage().inputTokenCount()).isEqualTo(Reply.tokens("Be brief.\n" + PROMPT));
        assertThat(bedrock.requests().getFirst().system()).containsExactly("Be brief.");
    }

    @Nested
    class WhenScripted {
        @Test
        void failuresAreTheServicesOwnExceptions() {
            bedrock.script(Behaviour.throttled(), Behaviour.failing(500), Behaviour.failing(503));

            assertThatExceptionOfType(ThrottlingException.class).isThrownBy(() -> converse(PROMPT));
            assertThatExceptionOfType(InternalServerException.class).isThrownBy(() -> converse(PROMPT));
            assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(() -> converse(PROMPT));
            assertThat(converse(PROMPT).stopReason()).isEqualTo(StopReason.END_TURN);
            assertThat(bedrock.calls()).isEqualTo(4);
        }

        @Test
        void oneCallIsScriptedByItsNumber() {
            bedrock.script(2, new Behaviour.Text("the second"));

            assertThat(List.of(text(converse("a")), text(converse("a")), text(converse("a"))))
                    .filteredOn("the second"::equals)
                    .hasSize(1);
        }

        @Test
        void callsAreScriptedByWhatTheyAsk() {
            bedrock.script(request -> request.prompt().contains("Till"), new Behaviour.Text("a till"));

            assertThat(text(converse("About the Till"))).isEqualTo("a till");
            assertThat(text(converse("About the rest"))).isNotEqualTo("a till");
        }

        @Test
        void liesAreMixedWithTheTruth() {
            bedrock.script(new Behaviour.Lie());

            assertThat(text(converse(PROMPT)))
                    .contains("[src/Shop.java:9-11]")
                    .contains("[src/invented/Scheduler.java:10-20]")
                    .contains("[src/Shop.java:1000000-1000005]");
        }

        @Test
        void pageIsCutInTheMiddle() {
            String whole = text(converse(PROMPT));
            bedrock.script(new Behaviour.Cut());

            ConverseResponse cut = converse(PROMPT);

            assertThat(cut.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
            assertThat(text(cut)).isEqualTo(whole.substring(0, whole.length() / 2));
        }

        @Test
        void messageIsEmpty() {
            bedrock.script(new Behaviour.Empty());

            assertThat(converse(PROMPT).output().message().content()).isEmpty();
        }

        @Test
        void answerIsFiltered() {
            bedrock.script(new Behaviour.Filtered());

            assertThat(converse(PROMPT).stopReason()).isEqualTo(StopReason.CONTENT_FILTERED);
        }

        @Test
        void stopReasonIsOneThatNobodyKnows() {
            bedrock.script(new Behaviour.Stopped("lost_interest"));

            assertThat(converse(PROMPT).stopReasonAsString()).isEqualTo("lost_interest");
        }

        @Test
        void slowAnswerOutlivesAnImpatientClient() {
            bedrock.script(new Behaviour.Slow(Duration.ofMinutes(1), new Behaviour.Page()));

            try (BedrockRuntimeClient impatient = Clients.bedrock(bedrock.endpoint(), Duration.ofMillis(100))) {
                assertThatExceptionOfType(SdkClientException.class)
                        .isThrownBy(() -> impatient.converse(
                                request -> request.modelId(MODEL).messages(user(PROMPT))));
            }
        }

        @Test
        void connectionIsClosedWithoutAnAnswer() {
            bedrock.script(new Behaviour.Hangup());

            assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> converse(PROMPT));
        }
    }

    @Nested
    class WhenTheRequestIsWrong {
        @Test
        void conversationNeedsAMessage() {
            assertThatExceptionOfType(ValidationException.class)
                    .isThrownBy(() -> client.converse(request -> request.modelId(MODEL)));
        }

        @Test
        void conversationStartsWithTheUser() {
            Message assistant = Message.builder()
                    .role(ConversationRole.ASSISTANT)
                    .content(ContentBlock.fromText("Hello"))
                    .build();

            assertThatExceptionOfType(ValidationException.class)
                    .isThrownBy(() ->
                            client.converse(request -> request.modelId(MODEL).messages(assistant)));
        }

        @Test
        void textMayNotBeBlank() {
            assertThatExceptionOfType(ValidationException.class)
                    .isThrownBy(() -> converse(" "))
                    .withMessageContaining("messages.0.content.0 is blank");
        }

        @Test
        void modelMustBeOne() {
            assertThatExceptionOfType(ValidationException.class)
                    .isThrownBy(() -> client.converse(
                            request -> request.modelId("no model").messages(user("Hello"))))
                    .withMessageContaining("model identifier is invalid");
        }

        @Test
        void bodyMustBeJson() throws Exception {
            assertThat(post("/model/m/converse", "{").statusCode()).isEqualTo(400);
            assertThat(post("/model/m/converse", "").statusCode()).isEqualTo(400);
        }

        @Test
        void otherOperationsAreUnknown() {
            assertThatExceptionOfType(BedrockRuntimeException.class)
                    .isThrownBy(() -> client.applyGuardrail(request -> request.guardrailIdentifier("g")
                            .guardrailVersion("1")
                            .source("INPUT")
                            .content(List.of())))
                    .extracting(BedrockRuntimeException::statusCode)
                    .isEqualTo(404);
            assertThat(bedrock.calls()).isZero();
        }

        @Test
        void modelsThatWriteGiveNoVectors() {
            assertThatExceptionOfType(ValidationException.class)
                    .isThrownBy(() ->
                            client.invokeModel(request -> request.modelId(MODEL).body(SdkBytes.fromUtf8String("{}"))));
            assertThat(bedrock.embeddings()).isEmpty();
        }
    }

    private ConverseResponse converse(String prompt) {
        return client.converse(request -> request.modelId(MODEL).messages(user(prompt)));
    }

    private ConverseResponse converseCached(String system, String question) {
        return client.converse(request -> request.modelId(MODEL)
                .system(
                        SystemContentBlock.fromText(system),
                        SystemContentBlock.fromCachePoint(point -> point.type(CachePointType.DEFAULT)))
                .messages(user(question)));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        URI uri = bedrock.endpoint().resolve(path);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(uri)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static Message user(String text) {
        return Message.builder()
                .role(ConversationRole.USER)
                .content(ContentBlock.fromText(text))
                .build();
    }

    private static String text(ConverseResponse response) {
        return response.output().message().content().getFirst().text();
    }
}
