package dev.caffeinecode.ai;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;

/** A model that answers one prompt at a time. Safe for use by several threads; asking again costs again. */
@FunctionalInterface
public interface LanguageModel {
    /**
     * @throws ProblemException {@link ErrorCode#MODEL_THROTTLED} or {@link ErrorCode#MODEL_UNAVAILABLE}, which may pass;
     *     {@link ErrorCode#MODEL_ACCESS_DENIED}, {@link ErrorCode#MODEL_NOT_CONFIGURED},
     *     {@link ErrorCode#MODEL_INPUT_TOO_LARGE} or {@link ErrorCode#MODEL_REQUEST_REFUSED}, which do not
     */
    Completion complete(Prompt prompt);
}
