package dev.caffeinecode.local.cli;

/** What a person asked for could not be done; the message says why and what to do. */
final class CommandFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    CommandFailedException(String message) {
        super(message);
    }
}
