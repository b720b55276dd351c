package dev.caffeinecode.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Waits for what another thread or process does, and not for ever. */
public final class Patience {
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration LIMIT = Duration.ofMinutes(3); // tests share two cores with each other

    private Patience() {}

    /**
     * Asks until the answer is as wanted, and returns it.
     *
     * @throws AssertionError if it is not after three minutes; says the last answer
     */
    public static <T> T await(Callable<T> question, Predicate<T> wanted) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        T answer = question.call();
        while (!wanted.test(answer)) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not as wanted after " + LIMIT.toSeconds() + " s: " + answer);
            }
            Thread.sleep(PAUSE);
            answer = question.call();
        }
        return answer;
    }
}
