package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.LineRange;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a file, by offset and by line. */
final class SourceText {
    private final byte[] utf8;
    private int @Nullable [] lineEnds;

    SourceText(byte[] utf8) {
        this.utf8 = utf8;
    }

    int length() {
        return utf8.length;
    }

    /** Returns the text between two offsets, at most so many bytes of it. */
    String text(int start, int end, int maxBytes) {
        int to = Math.min(end, start + maxBytes);
        while (to < end && to > start && (utf8[to] & 0xC0) == 0x80) {
            to--;
        }
        return new String(utf8, start, to - start, StandardCharsets.UTF_8);
    }

    String text(int start, int end) {
        return text(start, end, Integer.MAX_VALUE - start);
    }

    /** Returns the lines from one offset to before another, without the blank ones at the end. */
    LineRange lines(int start, int end) {
        int last = end;
        while (last > start + 1 && isSpace(utf8[last - 1])) {
            last--;
        }
        return new LineRange(row(start) + 1, row(Math.max(start, last - 1)) + 1);
    }

    private int row(int offset) {
        int found = Arrays.binarySearch(lineEnds(), offset);
        return found < 0 ? -found - 1 : found;
    }

    private int[] lineEnds() {
        int[] ends = lineEnds;
        if (ends == null) {
            ends = findLineEnds();
            lineEnds = ends;
        }
        return ends;
    }

    private int[] findLineEnds() {
        int[] ends = new int[64];
        int count = 0;
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] == '\n') {
                if (count == ends.length) {
                    ends = Arrays.copyOf(ends, count * 2);
                }
                ends[count++] = i;
            }
        }
        return Arrays.copyOf(ends, count);
    }

    /** Returns the offset at which a line begins, from 1; behind the last line that of one more. */
    int lineStart(int line) {
        int[] ends = lineEnds();
        return line <= 1 ? 0 : line - 2 < ends.length ? ends[line - 2] + 1 : utf8.length + 1;
    }

    /** Returns how many line ends lie between two offsets; -1 if anything but white space does. */
    int lineEndsInBlank(int start, int end) {
        int found = 0;
        for (int i = start; i < end; i++) {
            if (utf8[i] == '\n') {
                found++;
            } else if (!isSpace(utf8[i])) {
                return -1;
            }
        }
        return found;
    }

    /** Returns whether only white space stands before an offset on its line. */
    boolean isFirstOnLine(int offset) {
        for (int i = offset - 1; i >= 0 && utf8[i] != '\n'; i--) {
            if (!isSpace(utf8[i])) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether one of the characters, which must be ASCII, stands between two offsets. */
    boolean containsAny(int start, int end, String characters) {
        for (int i = start; i < end; i++) {
            if (utf8[i] > 0 && characters.indexOf(utf8[i]) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpace(byte each) {
        return each == ' ' || (each >= '\t' && each <= '\r');
    }
}
