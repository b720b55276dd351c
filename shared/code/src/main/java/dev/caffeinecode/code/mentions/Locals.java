package dev.caffeinecode.code.mentions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names declared inside the functions around a place, with what is known of their values. */
final class Locals {
    private final Deque<Block> open = new ArrayDeque<>();
    private final List<Pending> pending = new ArrayList<>();

    /** What a part of a file declares; the members of a type with {@link Receivers#SELF} before them. */
    private record Block(int end, boolean type, Map<String, String> values, Set<String> types) {}

    /** A declaration that holds from an offset on. */
    private record Pending(int from, Block block, String name, String value) {}

    /** Enters a part of a file whose declarations end with it. */
    void enter(int end, boolean type) {
        open.addFirst(new Block(end, type, new HashMap<>(), new HashSet<>()));
    }

    /** Leaves what ends before an offset. */
    void leaveBefore(int offset) {
        if (!pending.isEmpty()) {
            pending.removeIf(each -> each.from() <= offset && declare(each));
        }
        while (!open.isEmpty() && open.getFirst().end() <= offset) {
            open.removeFirst();
        }
    }

    private static boolean declare(Pending declaration) {
        declaration.block().values().put(declaration.name(), declaration.value());
        return true;
    }

    /** Declares a name in the innermost block; outside of all, names are symbols, and nothing is declared. */
    void declare(String name, String value) {
        if (!open.isEmpty() && !name.isEmpty()) {
            open.getFirst().values().put(name, value);
        }
    }

    /** Declares a type, whose name may be that of a value as well. */
    void declareType(String name) {
        if (!open.isEmpty() && !name.isEmpty()) {
            open.getFirst().types().add(name);
        }
    }

    boolean isType(String name) {
        for (Block block : open) {
            if (block.types().contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** Declares a name in the innermost block from an offset on: what stands before it may still use another. */
    void declareFrom(int offset, String name, String value) {
        if (!open.isEmpty() && !name.isEmpty()) {
            pending.add(new Pending(offset, open.getFirst(), name, value));
        }
    }

    /** Gives a declared name another value from an offset on, if any is known; returns false for no such name. */
    boolean assignFrom(int offset, String name, String value) {
        for (Block block : open) {
            if (block.values().containsKey(name)) {
                if (!value.equals(Receivers.UNKNOWN)) {
                    pending.add(new Pending(offset, block, name, value));
                }
                return true;
            }
        }
        return false;
    }

    /** Says what a member of the innermost type holds, if that is known and was not said before. */
    void declareMember(String name, String value) {
        if (!value.equals(Receivers.UNKNOWN)) {
            innermostType()
                    .ifPresent(block -> block.values().putIfAbsent(Receivers.member(Receivers.SELF, name), value));
        }
    }

    /** Returns what a member of {@link Receivers#SELF} holds; empty if nothing is known of it. */
    Optional<String> memberValue(String member) {
        return innermostType().map(block -> block.values().get(member));
    }

    private Optional<Block> innermostType() {
        return open.stream().filter(Block::type).findFirst();
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
