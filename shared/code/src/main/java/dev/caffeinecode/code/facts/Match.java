package dev.caffeinecode.code.facts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What patterns find. */
final class Match {
    private Match() {}

    /** Returns what a group of a pattern matched; empty if it took no part. */
    static String group(Matcher matcher, int group) {
        String text = matcher.group(group);
        return text == null ? "" : text;
    }

    /** Returns what the first group of a pattern matches first in a text. */
    static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(group(matcher, 1)) : Optional.empty();
    }
}
