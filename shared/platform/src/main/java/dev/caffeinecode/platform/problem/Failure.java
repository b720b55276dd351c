package dev.caffeinecode.platform.problem;

import org.jspecify.annotations.Nullable;

/**
 * Why something ended in a failed state, as it is stored and shown.
 *
 * @param detail a sentence that says what to do
 */
public record Failure(ErrorCode code, String detail) {
    /** What of a problem may be shown: the sentence when the caller has to act, else the title of its code. */
    public static Failure of(ProblemException problem) {
        ErrorCode code = problem.code();
        return new Failure(code, code.kind() == ErrorCode.Kind.CALLER ? problem.detail() : code.title());
    }

    /** From two columns that are both set or both null. */
    public static @Nullable Failure of(@Nullable String code, @Nullable String detail) {
        return code == null ? null : new Failure(ErrorCode.of(code), detail == null ? "" : detail);
    }
}
