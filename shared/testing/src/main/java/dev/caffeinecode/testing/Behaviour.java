package dev.caffeinecode.testing;

import java.time.Duration;

/** How the stand-in for Bedrock answers one call. */
public sealed interface Behaviour {
    /** A message comes back, with status 200. */
    sealed interface Spoken extends Behaviour {}

    /** A page about the excerpts in the prompt, with citations that are true. */
    record Page() implements Spoken {}

    /** This text, whatever was asked. */
    record Text(String text) implements Spoken {}

    /** A page with something that is not true; told what is wrong with it, the model writes a true one. */
    sealed interface Untrue extends Spoken {}

    /** A page whose true citations are mixed with citations of lines and files that do not exist. */
    record Lie() implements Untrue {}

    /** A page that speaks of types and functions that do not exist, beside true citations. */
    record InventedNames() implements Untrue {}

    /** A page with paragraphs that cite nothing. */
    record UncitedProse() implements Untrue {}

    /** A page with a sentence that cites lines which do not speak of what it names. */
    record Misquotation() implements Untrue {}

    /** A page in German, whatever was asked for. */
    record OtherLanguage() implements Untrue {}

    /** Says the untrue again, however often it is told. */
    record Insisting(Untrue untrue) implements Spoken {}

    /** Half a page; the limit on tokens was reached. */
    record Cut() implements Spoken {}

    /** A message without any text block. */
    record Empty() implements Spoken {}

    /** A refusal in place of the answer, put there by the service's content filter. */
    record Filtered() implements Spoken {}

    /** A page that ended for this reason, for example one that no client knows yet. */
    record Stopped(String stopReason) implements Spoken {}

    /**
     * An error.
     *
     * @param type name of the service's exception, for example {@code ThrottlingException}
     */
    record Failure(int status, String type, String message) implements Behaviour {}

    /** Waits, then does the other. */
    record Slow(Duration delay, Behaviour then) implements Behaviour {}

    /** The connection is closed without an answer. */
    record Hangup() implements Behaviour {}

    /** Over quota: 429. */
    static Behaviour throttled() {
        return new Failure(429, "ThrottlingException", "Too many tokens, please wait before trying again.");
    }

    /** A fault of the service: 500 or 503. */
    static Behaviour failing(int status) {
        return switch (status) {
            case 500 -> new Failure(500, "InternalServerException", "The system encountered an unexpected error.");
            case 503 -> new Failure(503, "ServiceUnavailableException", "Bedrock is unable to process your request.");
            default -> throw new IllegalArgumentException("not a fault of the service: " + status);
        };
    }
}
