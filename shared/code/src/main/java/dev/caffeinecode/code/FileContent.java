package dev.caffeinecode.code;

import org.jspecify.annotations.Nullable;

/**
 * The measures of what a file holds.
 *
 * @param bytes size as stored, also of content that was withheld
 * @param lines number of lines of text, the last counted even without a line end; 0 when it is not text
 * @param digest SHA-256 of the bytes, 64 lower-case hex digits; null when the content was withheld or is none
 */
public record FileContent(long bytes, int lines, @Nullable String digest, TextEncoding encoding) {
    public FileContent {
        if (bytes < 0 || lines < 0) {
            throw new IllegalArgumentException("negative size: " + bytes + " bytes, " + lines + " lines");
        }
        if (digest != null && digest.length() != 64) {
            throw new IllegalArgumentException("not a SHA-256 in hex: " + digest);
        }
    }
}
