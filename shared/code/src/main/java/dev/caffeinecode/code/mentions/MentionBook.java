package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.treesitter.SyntaxTree;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All that is known of how a language refers to things.
 *
 * @param separators between the parts of a qualified name: {@code .} or {@code ::}
 * @param rules by kind of node
 * @param chains what kinds of expressions are built from others, by kind of node
 * @param blocks kinds of nodes whose declarations end with them
 * @param types those blocks that are types, whose members are declared for all of them
 * @param skipped kinds of nodes that say nothing: comments, strings
 * @param typeNames kinds of nodes that are the name of a type inside a larger type
 * @param typeArguments kinds of nodes that hold what a larger type is built of
 * @param typesApart whether types have names apart from those of values: a variable hides no type
 * @param opaque kinds of nodes that are no named type, whatever they are built of: the types of functions
 * @param wrappers types that are worth what they hold: a value of {@code Optional<Cart>} is taken for a {@code Cart}
 * @param passing methods that give what they are called on, or what that holds: {@code unwrap}
 * @param builtins names that the language itself defines, which are never those of a repository
 */
record MentionBook(
        Pattern separators,
        Map<String, MentionRule> rules,
        Map<String, Link> chains,
        Set<String> blocks,
        Set<String> types,
        Set<String> skipped,
        Set<String> typeNames,
        Set<String> typeArguments,
        boolean typesApart,
        Set<String> opaque,
        Set<String> wrappers,
        Set<String> passing,
        Set<String> builtins) {
    MentionBook {
        rules = Map.copyOf(rules);
        chains = Map.copyOf(chains);
        blocks = Set.copyOf(blocks);
        types = Set.copyOf(types);
        skipped = Set.copyOf(skipped);
        typeNames = Set.copyOf(typeNames);
        typeArguments = Set.copyOf(typeArguments);
        opaque = Set.copyOf(opaque);
        wrappers = Set.copyOf(wrappers);
        passing = Set.copyOf(passing);
        builtins = Set.copyOf(builtins);
    }

    static Builder separatedBy(String separators) {
        return new Builder(Pattern.compile(separators));
    }

    /** Looks up the numbers that a grammar has for the kinds in this book. */
    Table tableFor(SyntaxTree tree) {
        @Nullable MentionRule[] byKind = new @Nullable MentionRule[tree.kindCount()];
        byte[] bits = new byte[tree.kindCount()];
        rules.forEach((kind, rule) -> tree.kindIds(kind).forEach(id -> byKind[id] = rule));
        blocks.forEach(kind -> tree.kindIds(kind).forEach(id -> bits[id] |= Table.BLOCK));
        types.forEach(kind -> tree.kindIds(kind).forEach(id -> bits[id] |= Table.BLOCK | Table.TYPE));
        skipped.forEach(kind -> tree.kindIds(kind).forEach(id -> bits[id] |= Table.SKIPPED));
        return new Table(byKind, bits);
    }

    /** A book by the numbers of kinds, for speed. */
    static final class Table {
        private static final byte BLOCK = 1;
        private static final byte SKIPPED = 2;
        private static final byte TYPE = 4;

        private final @Nullable MentionRule[] rules;
        private final byte[] bits;

        private Table(@Nullable MentionRule[] rules, byte[] bits) {
            this.rules = rules;
            this.bits = bits;
        }

        @Nullable
        MentionRule rule(int kind) {
            return kind < rules.length ? rules[kind] : null;
        }

        boolean isBlock(int kind) {
            return kind < bits.length && (bits[kind] & BLOCK) != 0;
        }

        boolean isType(int kind) {
            return kind < bits.length && (bits[kind] & TYPE) != 0;
        }

        boolean isSkipped(int kind) {
            return kind < bits.length && (bits[kind] & SKIPPED) != 0;
        }
    }

    /** Collects what a book holds; kinds are separated by spaces. */
    static final class Builder {
        private final Pattern separators;
        private final Map<String, MentionRule> rules = new HashMap<>();
        private final Map<String, Link> chains = new HashMap<>();
        private final Set<String> blocks = new HashSet<>();
        private final Set<String> types = new HashSet<>();
        private final Set<String> skipped = new HashSet<>();
        private final Set<String> typeNames = new HashSet<>();
        private final Set<String> typeArguments = new HashSet<>();
        private final Set<String> opaque = new HashSet<>();
        private final Set<String> wrappers = new HashSet<>();
        private final Set<String> passing = new HashSet<>();
        private final Set<String> builtins = new HashSet<>();
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

        Builder blocks(String kinds) {
            blocks.addAll(Set.of(kinds.split(" ")));
            return this;
        }

        Builder types(String kinds) {
            types.addAll(Set.of(kinds.split(" ")));
            return this;
        }

        Builder skipped(String kinds) {
            skipped.addAll(Set.of(kinds.split(" ")));
            return this;
        }

        Builder typeNames(String kinds) {
            typeNames.addAll(Set.of(kinds.split(" ")));
            return this;
        }

        Builder typeArguments(String kinds) {
            typeArguments.addAll(Set.of(kinds.split(" ")));
            return this;
        }

        Builder typesApart() {
            typesApart = true;
            return this;
        }

        Builder opaque(String kinds) {
            opaque.addAll(Set.of(kinds.split(" ")));
            return this;
        }

        Builder wrappers(String names) {
            wrappers.addAll(Set.of(names.split(" ")));
            return this;
        }

        Builder passing(String names) {
            passing.addAll(Set.of(names.split(" ")));
            return this;
        }

        Builder builtins(String names) {
            builtins.addAll(Set.of(names.split(" ")));
            return this;
        }

        MentionBook build() {
            return new MentionBook(
                    separators,
                    rules,
                    chains,
                    blocks,
                    types,
                    skipped,
                    typeNames,
                    typeArguments,
                    typesApart,
                    opaque,
                    wrappers,
                    passing,
                    builtins);
        }
    }
}
