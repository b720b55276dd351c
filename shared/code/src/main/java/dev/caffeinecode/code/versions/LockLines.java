package dev.caffeinecode.code.versions;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The lines of a text, made one by one. Of a very long line only the beginning is there. */
final class LockLines implements Iterator<String> {
    private static final int MAX_BYTES = 4_000;

    private final byte[] utf8;
    private int at;

    LockLines(byte[] utf8) {
        this.utf8 = utf8;
    }

    @Override
    public boolean hasNext() {
        return at < utf8.length;
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int end = at;
        while (end < utf8.length && utf8[end] != '\n') {
            end++;
        }
        String line = new String(utf8, at, Math.min(end - at, MAX_BYTES), StandardCharsets.UTF_8);
        at = end + 1;
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** Returns how many blanks a line begins with. */
    static int indentation(String line) {
        int blanks = 0;
        while (blanks < line.length() && line.charAt(blanks) == ' ') {
            blanks++;
        }
        return blanks;
    }

    /** Returns a value without the quotes around it. */
    static String unquoted(String value) {
        String bare = value.strip();
        boolean quoted = bare.length() > 1
                && (bare.charAt(0) == '"' || bare.charAt(0) == '\'')
                && bare.charAt(bare.length() - 1) == bare.charAt(0);
        return quoted ? bare.substring(1, bare.length() - 1) : bare;
    }
}
