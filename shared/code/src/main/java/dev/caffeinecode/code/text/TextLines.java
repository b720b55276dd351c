package dev.caffeinecode.code.text;

import dev.caffeinecode.code.LineRange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * A text by its lines. A line ends with {@code \n}, which like a {@code \r} before it is no part of the line; what
 * follows the last line end is a line if it is not empty.
 */
public final class TextLines {
    /** How many characters of a line are shown by {@link #numbered(LineRange)}. */
    public static final int MAX_SHOWN_CHARACTERS = 1000;

    private static final int NUMBER_WIDTH = 5;

    private final String text;
    private final int[] starts;
    private final int count;

    private TextLines(String text) {
        this.text = text;
        int[] found = new int[Math.max(16, text.length() / 32)];
        int lines = 0;
        int start = 0;
        while (start < text.length()) {
            if (lines == found.length) {
                found = Arrays.copyOf(found, lines * 2);
            }
            found[lines++] = start;
            int end = text.indexOf('\n', start);
            start = end < 0 ? text.length() : end + 1;
        }
        this.starts = Arrays.copyOf(found, lines);
        this.count = lines;
    }

    public static TextLines of(String text) {
        return new TextLines(text);
    }

    /** Decodes the content of a file; empty if it is not text. */
    public static Optional<TextLines> of(byte[] content) {
        return TextDecoder.decode(content).map(decoded -> new TextLines(decoded.text()));
    }

    public int count() {
        return count;
    }

    /** Returns a line without its end, by its number from 1. */
    public String line(int number) {
        if (number < 1 || number > count) {
            throw new IndexOutOfBoundsException("line " + number + " of " + count);
        }
        int end = number < count ? starts[number] - 1 : text.length();
        if (number == count && text.endsWith("\n")) {
            end--;
        }
        int start = starts[number - 1];
        return end > start && text.charAt(end - 1) == '\r'
                ? text.substring(start, end - 1)
                : text.substring(start, end);
    }

    /** Returns whether all lines of a range are there. */
    public boolean has(LineRange range) {
        return range.last() <= count;
    }

    /** Returns lines joined by {@code \n}, without one at the end. */
    public String lines(LineRange range) {
        StringBuilder joined = new StringBuilder();
        for (int number = range.first(); number <= range.last(); number++) {
            joined.append(number == range.first() ? "" : "\n").append(line(number));
        }
        return joined.toString();
    }

    /** Returns lines as {@code    12| text}, each ended by {@code \n}; very long lines are cut. */
    public String numbered(LineRange range) {
        StringBuilder shown = new StringBuilder();
        for (int number = range.first(); number <= range.last(); number++) {
            String label = String.valueOf(number);
            String line = line(number);
            shown.repeat(' ', Math.max(0, NUMBER_WIDTH - label.length()))
                    .append(label)
                    .append("| ")
                    .append(line, 0, shownLength(line));
            if (line.length() > MAX_SHOWN_CHARACTERS) {
                shown.append("… (").append(line.length() - shownLength(line)).append(" more characters)");
            }
            shown.append('\n');
        }
        return shown.toString();
    }

    private static int shownLength(String line) {
        if (line.length() <= MAX_SHOWN_CHARACTERS) {
            return line.length();
        }
        boolean splitsPair = Character.isHighSurrogate(line.charAt(MAX_SHOWN_CHARACTERS - 1));
        return splitsPair ? MAX_SHOWN_CHARACTERS - 1 : MAX_SHOWN_CHARACTERS;
    }

    /**
     * Returns SHA-256 in lower-case hex over the lines in UTF-8, each without white space at its end and followed by
     * {@code \n}: the same for Windows and Unix line ends.
     */
    public String digest(LineRange range) {
        MessageDigest sha256 = Sha256.start();
        for (int number = range.first(); number <= range.last(); number++) {
            sha256.update(line(number).stripTrailing().concat("\n").getBytes(StandardCharsets.UTF_8));
        }
        return Sha256.hex(sha256);
    }
}
