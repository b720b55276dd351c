package dev.caffeinecode.ai;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;

/** Tells the failures of Bedrock's InvokeModel apart. */
final class BedrockProblems {
    private BedrockProblems() {}

    static ProblemException of(String model, SdkException failure) {
        return switch (failure) {
            case ThrottlingException _, ServiceQuotaExceededException _ ->
                new ProblemException(ErrorCode.MODEL_THROTTLED, "the model is over its quota", failure);
            case SdkServiceException service -> of(model, service);
            default -> unavailable(failure);
        };
    }

    private static ProblemException of(String model, SdkServiceException failure) {
        return switch (failure.statusCode()) {
            case 400 ->
                new ProblemException(
                        ErrorCode.MODEL_REQUEST_REFUSED,
                        "the provider refuses the request to " + model + "; check the model name and region",
                        failure);
            case 401, 403 ->
                new ProblemException(
                        ErrorCode.MODEL_ACCESS_DENIED,
                        "the provider refuses access to " + model
                                + "; check the credentials, and that the account may use the model in this region",
                        failure);
            case 404 ->
                new ProblemException(ErrorCode.MODEL_NOT_CONFIGURED, "the provider knows no model " + model, failure);
            case 429 -> new ProblemException(ErrorCode.MODEL_THROTTLED, "the model is over its quota", failure);
            default -> unavailable(failure);
        };
    }

    private static ProblemException unavailable(SdkException failure) {
        return new ProblemException(ErrorCode.MODEL_UNAVAILABLE, "the model does not answer", failure);
    }
}
