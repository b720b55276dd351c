package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.treesitter.SyntaxTree;
import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All that is known of how a language refers to things.
 *
 * @param separators between the parts of a qualified name: {@code .} or {@code ::}
 * @param typesApart whether types have names apart from those of values: a variable hides no type
 * @param rules by kind of node
 * @param chains what kinds of expressions are built from others, by kind of node
 * @param traits the kinds of nodes, and the names, of each trait
 */
record MentionBook(
        Pattern separators,
        boolean typesApart,
        Map<String, MentionRule> rules,
        Map<String, Link> chains,
        Map<Trait, Set<String>> traits) {
    MentionBook {
        rules = Map.copyOf(rules);
        chains = Map.copyOf(chains);
        traits = new EnumMap<>(traits);
    }

    /** What kinds of nodes, or names, have in common. */
    enum Trait {
        /** A kind of node whose declarations end with it. */
        BLOCK(1),
        /** A block that is a type, whose members are declared for all of it. */
        TYPE(1 | 2),
        /** A kind of node that says nothing: a comment, a string. */
        SKIPPED(4),
        /** A kind of node that is the name of a type inside a larger type. */
        TYPE_NAME(0),
        /** A kind of node that holds what a larger type is built of. */
        TYPE_ARGUMENTS(0),
        /** A kind of node that is no named type, whatever it is built of: the type of a function. */
        OPAQUE(0),
        /** The name of a type that is worth what it holds: an {@code Optional<Cart>} is taken for a {@code Cart}. */
        WRAPPER(0),
        /** The name of a method that gives what it is called on, or what that holds: {@code unwrap}. */
        PASSING(0),
        /** A name that the language itself defines, which is never one of a repository. */
        BUILTIN(0);

        /** What the walk asks of every node; no bit for what is asked by name. */
        private final int bits;

        Trait(int bits) {
            this.bits = bits;
        }
    }

    /** Returns whether a kind of node, or a name, has a trait. */
    boolean is(Trait trait, String word) {
        return traits.getOrDefault(trait, Set.of()).contains(word);
    }

    static Builder separatedBy(String separators) {
        return new Builder(Pattern.compile(separators));
    }

    /** Looks up the numbers that a grammar has for the kinds in this book. */
    Table tableFor(SyntaxTree tree) {
        @Nullable MentionRule[] byKind = new @Nullable MentionRule[tree.kindCount()];
        int[] bits = new int[tree.kindCount()];
        rules.forEach((kind, rule) -> tree.kindIds(kind).forEach(id -> byKind[id] = rule));
        traits.forEach((trait, kinds) -> {
            if (trait.bits != 0) {
                kinds.forEach(kind -> tree.kindIds(kind).forEach(id -> bits[id] |= trait.bits));
            }
        });
        return new Table(byKind, bits);
    }

    /** A book by the numbers of kinds, for speed. */
    static final class Table {
        private final @Nullable MentionRule[] rules;
        private final int[] bits;

        private Table(@Nullable MentionRule[] rules, int[] bits) {
            this.rules = rules;
            this.bits = bits;
        }

        @Nullable
        MentionRule rule(int kind) {
            return kind < rules.length ? rules[kind] : null;
        }

        /** Returns whether a kind has one of the traits that the walk asks of every node. */
        boolean is(int kind, Trait trait) {
            return kind < bits.length && trait.bits != 0 && (bits[kind] & trait.bits) == trait.bits;
        }
    }

    /** Collects what a book holds; kinds and names are separated by spaces. */
    static final class Builder {
        private final Pattern separators;
        private final Map<String, MentionRule> rules = new HashMap<>();
        private final Map<String, Link> chains = new HashMap<>();
        private final Map<Trait, Set<String>> traits = new EnumMap<>(Trait.class);
        private boolean typesApart;

        private Builder(Pattern separators) {
            this.separators = separators;
        }

        Builder on(String kinds, MentionRule rule) {
            for (String kind : kinds.split(" ")) {
                rules.put(kind, rule);
            }
            return this;
        }

        Builder chain(String kinds, Link link) {
            for (String kind : kinds.split(" ")) {
                chains.put(kind, link);
            }
            return this;
        }

        Builder are(Trait trait, String... words) {
            Set<String> all = traits.computeIfAbsent(trait, _ -> new HashSet<>());
            for (String some : words) {
                all.addAll(Set.of(some.split(" ")));
            }
            return this;
        }

        Builder typesApart() {
            typesApart = true;
            return this;
        }

        MentionBook build() {
            return new MentionBook(separators, typesApart, rules, chains, traits);
        }
    }
}
