package dev.caffeinecode.code.index;

import java.util.regex.Pattern;

/**
 * Stands for all that the reading of one entry depends on: its path, kind and content, what is stated about it, how far it
 * is read. Two entries with one key are read alike by one build of the readers.
 *
 * @param hex SHA-256, 64 lower-case digits
 */
public record FileKey(String hex) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public FileKey {
        if (!DIGEST.matcher(hex).matches()) {
            throw new IllegalArgumentException("no SHA-256 in hex: " + hex);
        }
    }
}
