package dev.caffeinecode.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Counts calls and tokens and keeps the last requests. Thread-safe. */
final class ConverseLog {
    private static final int KEPT_REQUESTS = 200;

    private final Deque<ConverseRequest> requests = new ArrayDeque<>();
    private int calls;
    private long inputTokens;
    private long outputTokens;

    /** @return the number of this call, from 1 */
    synchronized int add(ConverseRequest request) {
        if (requests.size() == KEPT_REQUESTS) {
            requests.removeFirst();
        }
        requests.addLast(request);
        return ++calls;
    }

    synchronized void addTokens(int input, int output) {
        inputTokens += input;
        outputTokens += output;
    }

    synchronized int calls() {
        return calls;
    }

    synchronized long inputTokens() {
        return inputTokens;
    }

    synchronized long outputTokens() {
        return outputTokens;
    }

    synchronized List<ConverseRequest> requests() {
        return List.copyOf(requests);
    }
}
