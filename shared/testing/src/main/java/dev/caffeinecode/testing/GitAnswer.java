package dev.caffeinecode.testing;

import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** What a {@link GitServer} says on one path. */
public sealed interface GitAnswer {
    /** Git's own answer. */
    record Honest() implements GitAnswer {}

    /** Sends the client elsewhere: 302. */
    record Redirect(URI target) implements GitAnswer {}

    /** Anything else, for example a login page with status 200. */
    record Fixed(int status, String contentType, String body) implements GitAnswer {
        static Fixed error(int status) {
            return new Fixed(status, "text/plain", "error " + status + "\n");
        }
    }

    /** An error some times, then git's own answer. */
    record FailFirst(int times, int status) implements GitAnswer {}

    /** The first bytes of git's own answer; then the connection is closed. */
    record Truncated(int bytes) implements GitAnswer {}

    /** Git's own answer, but for what is done to the pack in it; the rest is sent to its proper end. */
    record DamagedPack(UnaryOperator<byte[]> damage) implements GitAnswer {}

    /** Git's own answer, a byte at a time. */
    record Drip(Duration pause) implements GitAnswer {}
}
