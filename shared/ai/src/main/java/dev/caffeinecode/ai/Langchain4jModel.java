package dev.caffeinecode.ai;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.bedrock.BedrockTokenUsage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelErrorException;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceQuotaExceededException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A langchain4j chat model as a {@link LanguageModel}; the one place where providers' failures are told apart. */
final class Langchain4jModel implements LanguageModel {
    private static final Pattern TOO_LONG =
            Pattern.compile("too long|context (limit|length|window|size)|maximum .*tokens", Pattern.CASE_INSENSITIVE);

    private final ModelId id;
    private final ChatModel model;

    Langchain4jModel(ModelId id, ChatModel model) {
        this.id = id;
        this.model = model;
    }

    @Override
    public Completion complete(Prompt prompt) {
        try {
            ChatResponse response = model.chat(ChatRequest.builder()
                    .messages(messages(prompt))
                    .maxOutputTokens(prompt.maxOutputTokens())
                    .build());
            return completion(response);
        } catch (ContentFilteredException e) {
            return new Completion("", Completion.Finish.REFUSED, TokenUsage.NONE);
        } catch (LangChain4jException | SdkException e) {
            throw translate(e);
        } catch (RuntimeException e) { // langchain4j's own HTTP client wraps a broken connection in nothing better
            throw e.getCause() instanceof IOException ? translate(e) : e;
        }
    }

    private static List<ChatMessage> messages(Prompt prompt) {
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(SystemMessage.from(prompt.system()));
        for (Prompt.Turn turn : prompt.turns()) {
            messages.add(
                    switch (turn.speaker()) {
                        case USER -> UserMessage.from(turn.text());
                        case MODEL -> AiMessage.from(turn.text());
                    });
        }
        return messages;
    }

    private static Completion completion(ChatResponse response) {
        String text = response.aiMessage().text();
        return new Completion(text == null ? "" : text, finish(response.finishReason()), usage(response.tokenUsage()));
    }

    private static Completion.Finish finish(@Nullable FinishReason reason) {
        return switch (reason) {
            case LENGTH -> Completion.Finish.CUT;
            case CONTENT_FILTER, TOOL_EXECUTION -> Completion.Finish.REFUSED;
            case STOP, OTHER -> Completion.Finish.COMPLETE;
            case null -> Completion.Finish.COMPLETE;
        };
    }

    private static TokenUsage usage(dev.langchain4j.model.output.@Nullable TokenUsage counted) {
        return switch (counted) {
            case null -> TokenUsage.NONE;
            case BedrockTokenUsage bedrock ->
                usage(bedrock, bedrock.cacheReadInputTokens(), bedrock.cacheWriteInputTokens());
            case AnthropicTokenUsage anthropic ->
                usage(anthropic, anthropic.cacheReadInputTokens(), anthropic.cacheCreationInputTokens());
            default -> usage(counted, 0, 0);
        };
    }

    private static TokenUsage usage(
            dev.langchain4j.model.output.TokenUsage counted,
            @Nullable Integer cacheRead,
            @Nullable Integer cacheWrite) {
        return new TokenUsage(
                orZero(counted.inputTokenCount()),
                orZero(counted.outputTokenCount()),
                orZero(cacheRead),
                orZero(cacheWrite));
    }

    private static int orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    private ProblemException translate(RuntimeException failure) {
        return switch (failure) {
            case RateLimitException _ -> throttled(failure);
            // Their status is one of a bad request, which langchain4j takes them for.
            case LangChain4jException _
            when failure.getCause() instanceof ServiceQuotaExceededException -> throttled(failure);
            case LangChain4jException _ when failure.getCause() instanceof ModelErrorException -> unavailable(failure);
            case AuthenticationException _ ->
                problem(
                        ErrorCode.MODEL_ACCESS_DENIED,
                        "the provider refuses access to " + id
                                + "; check the credentials, and that the account may use the model in this region",
                        failure);
            case ModelNotFoundException _ ->
                problem(ErrorCode.MODEL_NOT_CONFIGURED, "the provider knows no model " + id.name(), failure);
            case NonRetriableException _
            when isTooLong(failure) ->
                problem(
                        ErrorCode.MODEL_INPUT_TOO_LARGE,
                        "the prompt is longer than " + id + " takes; choose a model with a larger context window",
                        failure);
            case NonRetriableException _ ->
                problem(
                        ErrorCode.MODEL_REQUEST_REFUSED,
                        "the provider refuses the request to " + id + "; check the model name and region",
                        failure);
            default -> wasReceived(failure) ? timedOut(failure) : unavailable(failure);
        };
    }

    /** Whether the provider may be at work on a request that it has not answered. */
    private static boolean wasReceived(RuntimeException failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            boolean answered = each instanceof SdkServiceException || each instanceof HttpException;
            boolean unsent = each instanceof ConnectException || each instanceof UnknownHostException;
            if (answered || unsent) {
                return false;
            }
        }
        return true;
    }

    /** Every provider has an own wording for it, and none a code. */
    private static boolean isTooLong(RuntimeException failure) {
        return TOO_LONG.matcher(String.valueOf(failure.getMessage())).find();
    }

    private static ProblemException throttled(RuntimeException cause) {
        return problem(ErrorCode.MODEL_THROTTLED, "the model is over its quota", cause);
    }

    private static ProblemException unavailable(RuntimeException cause) {
        return problem(ErrorCode.MODEL_UNAVAILABLE, "the model does not answer", cause);
    }

    private static ProblemException timedOut(RuntimeException cause) {
        return problem(ErrorCode.MODEL_TIMED_OUT, "the model does not answer", cause);
    }

    private static ProblemException problem(ErrorCode code, String detail, RuntimeException cause) {
        return new ProblemException(code, detail, cause);
    }
}
