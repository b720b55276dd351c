package dev.caffeinecode.code.diff;

import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolId;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out which symbol of the later graph is which of the earlier one: the surest first, then by less and less. */
final class SymbolPairs {
    private final Map<String, String> paths = new HashMap<>();
    private final List<Symbol> removed = new ArrayList<>();
    private final List<Symbol> added = new ArrayList<>();
    private final Map<SymbolId, SymbolId> partners = new HashMap<>();
    private final Set<SymbolId> taken = new HashSet<>();

    /** What two symbols have in common; of a null nothing is compared. */
    private record Key(
            @Nullable Object place,
            String name,
            Object kind,
            @Nullable String signature,
            long digest) {}

    /** Says what must be the same of two symbols; null for one that is left out. */
    @FunctionalInterface
    private interface Keys {
        @Nullable
        Key of(Symbol symbol, boolean later);
    }

    /** Compares what a file defines in both graphs; after this only symbols that moved are left to be found. */
    void files(FilePair pair) {
        List<Symbol> before = pair.before().symbols();
        List<Symbol> after = pair.after().symbols();
        paths.put(pair.before().path(), pair.after().path());
        add(before, after);
        match(before, after, (symbol, _) -> qualified(symbol, symbol.signature(), symbol.digest()), false);
        match(before, after, (symbol, _) -> qualified(symbol, symbol.signature(), 0), false);
        match(
                before,
                after,
                (symbol, _) -> symbol.digest() == 0 ? null : qualified(symbol, null, symbol.digest()),
                false);
        match(before, after, (symbol, _) -> qualified(symbol, null, 0), false);
        matchMembers(before, after);
        matchRenamed(before, after);
        matchMembers(before, after);
    }

    void add(List<Symbol> before, List<Symbol> after) {
        removed.addAll(before);
        added.addAll(after);
    }

    List<SymbolChange> changes() {
        matchMoved();
        Map<SymbolId, Symbol> origins = new HashMap<>();
        List<SymbolChange> changes = new ArrayList<>();
        for (Symbol symbol : removed) {
            SymbolId partner = partners.get(symbol.id());
            if (partner == null) {
                changes.add(new SymbolChange.Removed(symbol));
            } else {
                origins.put(partner, symbol);
            }
        }
        for (Symbol symbol : added) {
            Symbol origin = origins.get(symbol.id());
            if (origin == null) {
                changes.add(new SymbolChange.Added(symbol));
                continue;
            }
            Set<SymbolChange.Aspect> aspects = SymbolChange.Aspect.between(origin, symbol, isMoved(origin, symbol));
            if (!aspects.isEmpty()) {
                changes.add(new SymbolChange.Changed(symbol, origin, aspects));
            }
        }
        changes.sort(
                Comparator.comparing((SymbolChange change) -> change.symbol().path())
                        .thenComparing(change -> !(change instanceof SymbolChange.Removed))
                        .thenComparingInt(change -> change.symbol().id().ordinal()));
        return changes;
    }

    private boolean isMoved(Symbol before, Symbol after) {
        return !after.path().equals(paths.get(before.path())) || !around(after).equals(aroundInAfter(before));
    }

    /** Returns what a symbol of the later graph is in. */
    private static Object around(Symbol after) {
        return after.isTopLevel() ? after.path() : new SymbolId(after.path(), after.parent());
    }

    /** Returns what is in the later graph what a symbol of the earlier one is in; null if it is no more. */
    private @Nullable Object aroundInAfter(Symbol before) {
        return before.isTopLevel()
                ? paths.get(before.path())
                : partners.get(new SymbolId(before.path(), before.parent()));
    }

    private static Key qualified(Symbol symbol, @Nullable String signature, long digest) {
        return new Key(null, symbol.name().qualified(), symbol.kind(), signature, digest);
    }

    /** Those with the same name in what is the same. */
    private void matchMembers(List<Symbol> before, List<Symbol> after) {
        match(
                before,
                after,
                (symbol, later) -> member(symbol, later, symbol.name().simple(), symbol.signature()),
                false);
        match(
                before,
                after,
                (symbol, later) -> member(symbol, later, symbol.name().simple(), null),
                false);
    }

    /** Those that do the same in what is the same, if no others do. */
    private void matchRenamed(List<Symbol> before, List<Symbol> after) {
        match(before, after, (symbol, later) -> symbol.digest() == 0 ? null : member(symbol, later, "", null), true);
    }

    /** Those with the same name that do the same, wherever they are, and what is in them. */
    private void matchMoved() {
        match(removed, added, (symbol, _) -> symbol.digest() == 0 ? null : anywhere(symbol, symbol.signature()), false);
        match(removed, added, (symbol, _) -> symbol.digest() == 0 ? null : anywhere(symbol, null), false);
        match(removed, added, (symbol, _) -> anywhere(symbol, symbol.signature()), true);
        matchMembers(removed, added);
    }

    private static Key anywhere(Symbol symbol, @Nullable String signature) {
        return new Key(null, symbol.name().simple(), symbol.kind(), signature, symbol.digest());
    }

    /** @param name empty to compare what the symbols do instead */
    private @Nullable Key member(Symbol symbol, boolean later, String name, @Nullable String signature) {
        Object place = later ? around(symbol) : aroundInAfter(symbol);
        long digest = name.isEmpty() ? symbol.digest() : 0;
        return place == null ? null : new Key(place, name, symbol.kind(), signature, digest);
    }

    /** @param unique whether a key says nothing if several symbols that are left have it */
    private void match(List<Symbol> before, List<Symbol> after, Keys keys, boolean unique) {
        Map<Key, Deque<Symbol>> left = new HashMap<>();
        for (Symbol symbol : after) {
            Key own = taken.contains(symbol.id()) ? null : keys.of(symbol, true);
            if (own != null) {
                left.computeIfAbsent(own, _ -> new ArrayDeque<>()).add(symbol);
            }
        }
        Map<Key, Integer> asked = unique ? counts(before, keys) : Map.of();
        for (Symbol symbol : before) {
            Key own = partners.containsKey(symbol.id()) ? null : keys.of(symbol, false);
            Deque<Symbol> same = own == null ? null : left.get(own);
            if (own == null || same == null || same.isEmpty()) {
                continue;
            }
            if (unique && (same.size() > 1 || asked.getOrDefault(own, 0) > 1)) {
                continue;
            }
            SymbolId partner = same.removeFirst().id();
            partners.put(symbol.id(), partner);
            taken.add(partner);
        }
    }

    private Map<Key, Integer> counts(List<Symbol> before, Keys keys) {
        Map<Key, Integer> counts = new HashMap<>();
        for (Symbol symbol : before) {
            Key own = partners.containsKey(symbol.id()) ? null : keys.of(symbol, false);
            if (own != null) {
                counts.merge(own, 1, Integer::sum);
            }
        }
        return counts;
    }
}
