package dev.caffeinecode.api;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** How much a list request may ask for. */
final class Limits {
    private static final int DEFAULT = 20;
    private static final int MAX = 100;

    private Limits() {}

    static int of(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT;
        }
        if (limit < 1 || limit > MAX) {
            throw new ProblemException(ErrorCode.INVALID_REQUEST, "limit is from 1 to " + MAX);
        }
        return limit;
    }
}
