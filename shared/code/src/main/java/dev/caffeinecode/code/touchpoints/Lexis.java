package dev.caffeinecode.code.touchpoints;

import dev.caffeinecode.code.Language;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How comments and strings of a language are written: all that is needed to cut its text into tokens. */
record Lexis(Set<Trait> traits) {
    /** What languages have in common. */
    enum Trait {
        /** A comment from {@code //} to the end of the line. */
        SLASHES,
        /** A comment from {@code #} to the end of the line. */
        HASH,
        /** A comment from {@code --} to the end of the line. */
        DASHES,
        /** A comment between slashes and stars. */
        BLOCKS,
        /** Strings in single quotes; without it, a quote begins a character, a lifetime or a symbol. */
        SINGLE,
        /** Strings in backquotes, over several lines. */
        BACKQUOTES,
        /** Backquoted strings hold code between <code>${</code> and <code>}</code>. */
        TEMPLATES,
        /** Strings between three quotes, over several lines. */
        TRIPLE,
        /** Strings in one pair of quotes go over several lines. */
        MULTILINE,
        /** A quote is doubled in a string; a backslash is nothing special. */
        DOUBLED,
        /** Letters before a quote that say how the string is to be read. */
        PREFIXES,
        /** A dollar sign before a name, or before a brace, stands for a value. */
        DOLLARS,
        /** A number sign before a brace stands for a value. */
        HASH_BRACES,
        /** Regular expressions between slashes. */
        REGEXES,
        /** Documents that end with a line of one word. */
        HEREDOCS,
        /** Everything before a tag is other text. */
        TAGS
    }

    private static final Map<Language, Lexis> ALL = new EnumMap<>(Language.class);

    static {
        on("BLOCKS SLASHES TRIPLE", Language.JAVA);
        on("BLOCKS SLASHES TRIPLE DOLLARS BACKQUOTES", Language.KOTLIN);
        on("BLOCKS SLASHES TRIPLE PREFIXES BACKQUOTES", Language.SCALA);
        on("BLOCKS SLASHES TRIPLE", Language.SWIFT);
        on("BLOCKS SLASHES", Language.C);
        on("BLOCKS SLASHES PREFIXES", Language.CPP);
        on("BLOCKS SLASHES TRIPLE PREFIXES", Language.CSHARP);
        on("BLOCKS SLASHES BACKQUOTES", Language.GO);
        on("BLOCKS SLASHES MULTILINE PREFIXES", Language.RUST);
        on("BLOCKS SLASHES SINGLE BACKQUOTES TEMPLATES REGEXES", Language.JAVASCRIPT);
        on("BLOCKS SLASHES SINGLE BACKQUOTES TEMPLATES REGEXES", Language.TYPESCRIPT);
        on("BLOCKS SLASHES SINGLE BACKQUOTES TEMPLATES REGEXES", Language.TSX);
        on("HASH SINGLE TRIPLE PREFIXES", Language.PYTHON);
        on("HASH SINGLE MULTILINE BACKQUOTES HASH_BRACES REGEXES HEREDOCS", Language.RUBY);
        on("BLOCKS SLASHES HASH SINGLE MULTILINE DOLLARS HEREDOCS TAGS", Language.PHP);
        on("BLOCKS SLASHES HASH DOLLARS HEREDOCS", Language.HCL);
        on("BLOCKS DASHES SINGLE BACKQUOTES MULTILINE DOUBLED", Language.SQL);
        on("BLOCKS SLASHES", Language.JSON);
    }

    Lexis {
        traits = EnumSet.copyOf(traits);
    }

    private static void on(String traits, Language language) {
        Set<Trait> all = EnumSet.noneOf(Trait.class);
        for (String each : traits.split(" ")) {
            all.add(Trait.valueOf(each));
        }
        ALL.put(language, new Lexis(all));
    }

    /** Returns how a language is written; empty if it cannot be cut into tokens here. */
    static Optional<Lexis> of(Language language) {
        return Optional.ofNullable(ALL.get(language));
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
