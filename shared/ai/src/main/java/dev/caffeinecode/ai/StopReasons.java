package dev.caffeinecode.ai;

import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;

/**
 * Maps stop reasons that langchain4j 1.16 does not know, and would throw away a paid answer for, to the one it knows that
 * says the same.
 */
final class StopReasons implements ExecutionInterceptor {
    @Override
    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
        if (!(context.response() instanceof ConverseResponse response)) {
            return context.response();
        }
        return switch (response.stopReason()) {
            case END_TURN, TOOL_USE, MAX_TOKENS, STOP_SEQUENCE, GUARDRAIL_INTERVENED, CONTENT_FILTERED -> response;
            case MODEL_CONTEXT_WINDOW_EXCEEDED ->
                response.toBuilder().stopReason(StopReason.MAX_TOKENS).build();
            default ->
                response.toBuilder().stopReason(StopReason.CONTENT_FILTERED).build();
        };
    }
}
