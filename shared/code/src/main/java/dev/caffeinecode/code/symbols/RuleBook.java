package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.treesitter.Grammar;
import dev.caffeinecode.code.treesitter.SyntaxTree;
import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * All that is known of a language: which nodes of its grammar define symbols, and how its parts hang together.
 *
 * @param separator between the parts of a qualified name
 * @param beginning applied once, at the root
 */
record RuleBook(
        Grammar grammar,
        String separator,
        CommentStyle comments,
        Rule beginning,
        Map<String, Rule> rules,
        Map<String, Set<Trait>> traits) {
    RuleBook {
        rules = Map.copyOf(rules);
        traits = Map.copyOf(traits);
    }

    /** How the walk treats nodes of a kind, besides their rule. */
    enum Trait {
        /** May hold the documentation of what follows. */
        COMMENT(1),
        /** Belongs to what follows and stands between it and its documentation: an annotation, a decorator. */
        ATTRIBUTE(2),
        /** Belongs to the definition in it: {@code export}, {@code template<...>}. */
        WRAPPER(4),
        /** Belongs to the first definition in it only: {@code const} of {@code const a = 1, b = 2}. */
        GROUP(8),
        /** A function or class without a name: what is defined in it is not visible outside. */
        BOUNDARY(16),
        /** Holds no definition worth knowing: the walk does not enter it. */
        OPAQUE(32);

        private final int bit;

        Trait(int bit) {
            this.bit = bit;
        }
    }

    static Builder of(Grammar grammar) {
        return new Builder(grammar);
    }

    /** Looks up the numbers that a grammar has for the kinds in this book. */
    Table tableFor(SyntaxTree tree) {
        @Nullable Rule[] byKind = new @Nullable Rule[tree.kindCount()];
        int[] bits = new int[tree.kindCount()];
        rules.forEach((kind, rule) -> tree.kindIds(kind).forEach(id -> byKind[id] = rule));
        traits.forEach((kind, set) -> tree.kindIds(kind).forEach(id -> set.forEach(trait -> bits[id] |= trait.bit)));
        return new Table(byKind, bits);
    }

    /** A rule book by the numbers of kinds, for speed. */
    static final class Table {
        private final @Nullable Rule[] rules;
        private final int[] traits;

        private Table(@Nullable Rule[] rules, int[] traits) {
            this.rules = rules;
            this.traits = traits;
        }

        boolean knows(int kind) {
            return kind < rules.length;
        }

        @Nullable
        Rule rule(int kind) {
            return rules[kind];
        }

        boolean is(int kind, Trait trait) {
            return kind < rules.length && (traits[kind] & trait.bit) != 0;
        }
    }

    /** Collects what a rule book holds; kinds are separated by spaces. */
    static final class Builder {
        private final Grammar grammar;
        private final Map<String, Rule> rules = new HashMap<>();
        private final Map<String, Set<Trait>> traits = new HashMap<>();
        private String separator = ".";
        private CommentStyle style = CommentStyle.ANY;
        private Rule beginning = site -> {};

        private Builder(Grammar grammar) {
            this.grammar = grammar;
        }

        Builder separator(String text) {
            separator = text;
            return this;
        }

        Builder comments(CommentStyle style, String kinds) {
            this.style = style;
            return trait(Trait.COMMENT, kinds);
        }

        Builder attributes(String kinds) {
            return trait(Trait.ATTRIBUTE, kinds);
        }

        Builder wrappers(String kinds) {
            return trait(Trait.WRAPPER, kinds);
        }

        Builder groups(String kinds) {
            return trait(Trait.GROUP, kinds);
        }

        Builder boundaries(String kinds) {
            return trait(Trait.BOUNDARY, kinds);
        }

        Builder opaque(String kinds) {
            return trait(Trait.OPAQUE, kinds);
        }

        Builder beginning(Rule rule) {
            beginning = rule;
            return this;
        }

        Builder on(String kinds, Rule rule) {
            for (String kind : kinds.split(" ")) {
                rules.put(kind, rule);
            }
            return this;
        }

        private Builder trait(Trait trait, String kinds) {
            for (String kind : kinds.split(" ")) {
                traits.computeIfAbsent(kind, _ -> EnumSet.noneOf(Trait.class)).add(trait);
            }
            return this;
        }

        RuleBook build() {
            return new RuleBook(grammar, separator, style, beginning, rules, traits);
        }
    }
}
