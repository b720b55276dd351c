package dev.caffeinecode.code.versions;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in texts that stand for values: {@code ${slf4j.version}}, {@code $slf4jVersion}. */
public final class Placeholders {
    private static final Pattern NAME = Pattern.compile("\\$(?:\\{([\\w.-]{1,200})}|([A-Za-z_][\\w.]{0,200}))");
    /** A value may hold a name in turn. */
    private static final int MAX_ROUNDS = 5;

    private static final int MAX_CHARACTERS = 1_000;

    private Placeholders() {}

    /** Returns the text with the names replaced that have a value; the others stay. */
    public static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (int round = 0; round < MAX_ROUNDS && has(filled) && filled.length() <= MAX_CHARACTERS; round++) {
            String next = NAME.matcher(filled)
                    .replaceAll(name -> Matcher.quoteReplacement(
                            values.getOrDefault(name.group(1) == null ? name.group(2) : name.group(1), name.group())));
            if (next.equals(filled)) {
                return filled;
            }
            filled = next;
        }
        return filled;
    }

    /** Returns whether a text holds something that looks like a name to be replaced. */
    public static boolean has(String text) {
        return text.indexOf('$') >= 0;
    }
}
