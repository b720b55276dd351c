package dev.caffeinecode.repository;

import java.util.regex.Pattern;

/**
 * Full git object name of a commit: 40 (SHA-1) or 64 (SHA-256) lower-case hex digits, never abbreviated.
 *
 * @param hex the digits
 */
public record CommitId(String hex) {
    private static final Pattern FULL_HEX = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    public CommitId {
        if (!FULL_HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a full commit id: " + hex);
        }
    }

    /** Whether the text is one. */
    public static boolean matches(String text) {
        return FULL_HEX.matcher(text).matches();
    }

    @Override
    public String toString() {
        return hex;
    }
}
