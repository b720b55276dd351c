package dev.caffeinecode.code.text;

import dev.caffeinecode.code.TextEncoding;

import java.nio.charset.StandardCharsets;

/** The text of a file as well-formed UTF-8 without byte order mark and without NUL, whatever it was stored as. */
public final class DecodedText {
    private static final int HEAD_BYTES = 16 * 1024;

    private final byte[] utf8;
    private final TextEncoding encoding;
    private final boolean lossy;

    DecodedText(byte[] utf8, TextEncoding encoding, boolean lossy) {
        this.utf8 = utf8;
        this.encoding = encoding;
        this.lossy = lossy;
    }

    /** Returns the text in UTF-8. The array is not a copy and must not be written to. */
    public byte[] utf8() {
        return utf8;
    }

    /** Returns how the text was stored. */
    public TextEncoding encoding() {
        return encoding;
    }

    /** Returns whether something that is no text in the encoding was replaced by U+FFFD. */
    public boolean isLossy() {
        return lossy;
    }

    public String text() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Returns the beginning of the text: enough to tell what it is. */
    public String head() {
        int end = Math.min(utf8.length, HEAD_BYTES);
        while (end < utf8.length && end > 0 && (utf8[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(utf8, 0, end, StandardCharsets.UTF_8);
    }

    /** Returns the number of lines; the last counts even if no line end follows it. */
    public int lineCount() {
        int lines = 0;
        for (byte each : utf8) {
            if (each == '\n') {
                lines++;
            }
        }
        return utf8.length > 0 && utf8[utf8.length - 1] != '\n' ? lines + 1 : lines;
    }
}
