package dev.caffeinecode.search;

/** Text as PostgreSQL keeps it: no NUL, no half of a pair of surrogates. */
final class StoredText {
    private static final char REPLACEMENT = '\uFFFD';

    private StoredText() {}

    /** @param maxCharacters what is longer is cut */
    static String of(String text, int maxCharacters) {
        int end = Math.min(text.length(), maxCharacters);
        for (int at = 0; at < end; at++) {
            if (isRefused(text, at, end)) {
                return replaced(text, end);
            }
        }
        return text.substring(0, end);
    }

    private static String replaced(String text, int end) {
        char[] kept = text.substring(0, end).toCharArray();
        for (int at = 0; at < end; at++) {
            if (isRefused(text, at, end)) {
                kept[at] = REPLACEMENT;
            }
        }
        return new String(kept);
    }

    private static boolean isRefused(String text, int at, int end) {
        char character = text.charAt(at);
        if (Character.isHighSurrogate(character)) {
            return at + 1 == end || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(character)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return character == 0;
    }
}
