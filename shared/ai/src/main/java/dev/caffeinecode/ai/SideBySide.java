package dev.caffeinecode.ai;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Waits for several answers at the same time. */
final class SideBySide {
    /** A few of what a provider allows in a minute, as other functions ask it too. */
    private static final int AT_ONCE = 8;

    private SideBySide() {}

    /** Answers in the order of the questions; the first failure ends those that have not begun. */
    static <Q, A> List<A> map(List<Q> questions, Function<Q, A> ask) {
        if (questions.size() <= 1) {
            return questions.stream().map(ask).toList();
        }
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<A>> asked = new ArrayList<>();
            questions.forEach(question -> asked.add(threads.submit(() -> ask.apply(question))));
            List<A> answers = new ArrayList<>();
            try {
                for (Future<A> each : asked) {
                    answers.add(each.get());
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new ProblemException(ErrorCode.MODEL_UNAVAILABLE, "interrupted", e);
            }
            return answers;
        }
    }
}
