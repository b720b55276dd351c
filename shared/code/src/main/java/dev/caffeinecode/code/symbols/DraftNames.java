package dev.caffeinecode.code.symbols;

import java.util.regex.Pattern;

/** Puts names into their form. */
final class DraftNames {
    private static final int MAX_CHARACTERS = 200;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private DraftNames() {}

    static String join(String qualifier, String name, String separator) {
        return qualifier.isEmpty() ? name : qualifier + separator + name;
    }

    /** Makes one word of what a broken file may give as a name. */
    static String tidy(String name) {
        boolean plain = name.chars().noneMatch(Character::isWhitespace);
        String word = plain ? name : SPACES.matcher(name.strip()).replaceAll(" ");
        return word.length() <= MAX_CHARACTERS ? word : "";
    }
}
