package dev.caffeinecode.code.symbols;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;

/** Short questions about text that several languages ask. */
final class Words {
    private Words() {}

    /** Returns what a named group of a pattern matched, which must be one that always takes part. */
    static String found(Matcher matcher, String group) {
        return Objects.requireNonNull(matcher.group(group), group);
    }

    /** Returns the words of a list of modifiers. */
    static Set<String> of(String modifiers) {
        return new HashSet<>(List.of(modifiers.strip().split("\\s+")));
    }

    static boolean beginsUpperCase(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.codePointAt(0));
    }

    /** Returns whether a name is one of a constant by its letters: {@code MAX_SIZE}. */
    static boolean isUpperCase(String name) {
        return name.length() > 1
                && name.chars().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c) || c == '_')
                && name.chars().anyMatch(Character::isUpperCase);
    }
}
