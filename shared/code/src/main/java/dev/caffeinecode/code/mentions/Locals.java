package dev.caffeinecode.code.mentions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names declared inside the functions around a place, with what is known of their values. */
final class Locals {
    private final Deque<Block> open = new ArrayDeque<>();

    private record Block(int end, Map<String, String> values) {}

    /** Enters a part of a file whose declarations end with it. */
    void enter(int end) {
        open.addFirst(new Block(end, new HashMap<>()));
    }

    /** Leaves what ends before an offset. */
    void leaveBefore(int offset) {
        while (!open.isEmpty() && open.getFirst().end() <= offset) {
            open.removeFirst();
        }
    }

    /** Declares a name in the innermost block; outside of all, names are symbols, and nothing is declared. */
    void declare(String name, String value) {
        if (!open.isEmpty() && !name.isEmpty()) {
            open.getFirst().values().put(name, value);
        }
    }

    /** Returns what is known of the value of a name, {@link Receivers#UNKNOWN} if nothing; empty if it is not declared. */
    Optional<String> value(String name) {
        for (Block block : open) {
            String value = block.values().get(name);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
