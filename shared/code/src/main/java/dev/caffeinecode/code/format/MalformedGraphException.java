package dev.caffeinecode.code.format;

import java.io.IOException;

/** What was to be read is no code graph, or not a whole one. */
public final class MalformedGraphException extends IOException {
    private static final long serialVersionUID = 1;

    MalformedGraphException(String message) {
        super(message);
    }

    MalformedGraphException(String message, Throwable cause) {
        super(message, cause);
    }
}
