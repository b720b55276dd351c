package dev.caffeinecode.code.symbols;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Blanks out directives of C# that the grammar stumbles over, keeping every offset: conditions around nothing but
 * attributes, which may then stand one after the other.
 */
final class CSharpMask {
    private static final int MAX_LINES = 30;
    private static final int MAX_LINE_BYTES = 400;

    private final byte[] source;
    private final List<int[]> directives = new ArrayList<>();
    private byte @Nullable [] masked;
    private int lines;

    private CSharpMask(byte[] source) {
        this.source = source;
    }

    /** Returns the text to parse: the same array if there is nothing to blank out. */
    static byte[] apply(byte[] utf8) {
        CSharpMask mask = new CSharpMask(utf8);
        mask.run();
        byte[] masked = mask.masked;
        return masked == null ? utf8 : masked;
    }

    private void run() {
        int end;
        for (int start = 0; start < source.length; start = end + 1) {
            end = start;
            while (end < source.length && source[end] != '\n') {
                end++;
            }
            line(start, end);
        }
    }

    /** A block begins anew at each condition, and is none as soon as it holds anything else. */
    private void line(int start, int end) {
        String line =
                new String(source, start, Math.min(end - start, MAX_LINE_BYTES), StandardCharsets.ISO_8859_1).strip();
        if (line.startsWith("#if")) {
            directives.clear();
            directives.add(new int[] {start, end});
            lines = 0;
        } else if (directives.isEmpty()) {
            return;
        } else if (line.startsWith("#el")) {
            directives.add(new int[] {start, end});
        } else if (line.startsWith("#endif")) {
            directives.add(new int[] {start, end});
            if (lines > 0) {
                directives.forEach(each -> blank(each[0], each[1]));
            }
            directives.clear();
        } else if (isAttribute(line)) {
            lines++;
        } else {
            directives.clear();
        }
        if (lines + directives.size() > MAX_LINES) {
            directives.clear();
        }
    }

    private static boolean isAttribute(String line) {
        return line.startsWith("[") && line.endsWith("]");
    }

    private void blank(int start, int end) {
        byte[] copy = masked == null ? source.clone() : masked;
        for (int i = start; i < end; i++) {
            copy[i] = copy[i] == '\r' ? copy[i] : (byte) ' ';
        }
        masked = copy;
    }
}
