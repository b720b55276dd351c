package dev.caffeinecode.code.treesitter;

import java.time.Duration;

/** Parses as the indexer does, and looks at nothing: what it costs is the least that anything can cost. */
public final class BareParser {
    private BareParser() {}

    /** Returns whether the text was parsed within the time given. */
    public static boolean parse(SyntaxParser parser, Grammar grammar, byte[] utf8, Duration timeout) {
        return parser.parse(LoadedGrammar.of(grammar), utf8, timeout, _ -> true).isPresent();
    }
}
