package dev.caffeinecode.embedded;

import org.jspecify.annotations.Nullable;

/** A stand-in could not be started; the message is meant for the person at the machine and says what to do. */
public final class EmbeddedStartException extends RuntimeException {
    public EmbeddedStartException(String message) {
        super(message);
    }

    public EmbeddedStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
