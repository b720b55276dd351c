package dev.caffeinecode.api;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.Failure;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * An error body, RFC 9457.
 *
 * @param type where the code is explained
 * @param detail what to do about it
 * @param code stable name, as in docs/problems.md
 */
@Serdeable
public record Problem(URI type, String title, int status, String detail, String code) {
    static Problem of(ErrorCode code, String detail) {
        return new Problem(
                URI.create("/problems/" + code.label()), code.title(), code.httpStatus(), detail, code.label());
    }

    static @Nullable Problem of(@Nullable Failure failure) {
        return failure == null ? null : of(failure.code(), failure.detail());
    }
}
