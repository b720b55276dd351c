package dev.caffeinecode.code.touchpoints;

import java.util.Arrays;

/**
 * The words, strings and marks of a text, without comments and white space. Every question may be asked of every index:
 * what is not there is no word, no string and no mark.
 */
final class Tokens {
    private static final byte WORD = 1;
    private static final byte STRING = 2;
    private static final byte OPEN_STRING = 3;
    private static final byte MARK = 4;

    private final String source;
    private byte[] kinds = new byte[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] lines = new int[256];
    private int[] partners = new int[0];
    private int size;

    Tokens(String source) {
        this.source = source;
    }

    void word(int start, int end, int line) {
        add(WORD, start, end, line);
    }

    /**
     * Adds a string.
     *
     * @param start of what is between the quotes
     * @param whole whether it is worth what is written; false if values of expressions are put into it
     */
    void string(int start, int end, int line, boolean whole) {
        add(whole ? STRING : OPEN_STRING, start, end, line);
    }

    void mark(int at, int line) {
        add(MARK, at, at + 1, line);
    }

    private void add(byte kind, int start, int end, int line) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            lines = Arrays.copyOf(lines, size * 2);
        }
        kinds[size] = kind;
        starts[size] = start;
        ends[size] = end;
        lines[size++] = line;
    }

    /** Finds out which brackets belong together; to be called once, when all tokens are there. */
    Tokens paired() {
        partners = new int[size];
        int[] open = new int[size];
        int depth = 0;
        for (int i = 0; i < size; i++) {
            partners[i] = size;
            if (isMark(i, '(') || isMark(i, '[') || isMark(i, '{')) {
                open[depth++] = i;
            } else if (depth > 0 && (isMark(i, ')') || isMark(i, ']') || isMark(i, '}'))) {
                int other = open[--depth];
                partners[other] = i;
                partners[i] = other;
            }
        }
        return this;
    }

    int size() {
        return size;
    }

    /** Returns whether a text stands anywhere in the source. */
    boolean mentions(String text) {
        return source.contains(text);
    }

    /** Returns where the bracket at an index ends or begins; {@link #size} for one that stays open. */
    int partner(int i) {
        return i >= 0 && i < size ? partners[i] : size;
    }

    private boolean is(int i, byte kind) {
        return i >= 0 && i < size && kinds[i] == kind;
    }

    boolean isWord(int i) {
        return is(i, WORD);
    }

    boolean isWord(int i, String word) {
        return is(i, WORD) && isText(i, word);
    }

    boolean isString(int i) {
        return is(i, STRING) || is(i, OPEN_STRING);
    }

    /** Returns whether there is a string that is worth what is written in it. */
    boolean isWhole(int i) {
        return is(i, STRING);
    }

    boolean isMark(int i, char mark) {
        return is(i, MARK) && source.charAt(starts[i]) == mark;
    }

    private boolean isText(int i, String text) {
        return ends[i] - starts[i] == text.length() && source.startsWith(text, starts[i]);
    }

    /** Returns a word, a mark, or what is between the quotes of a string, as it is written there; else nothing. */
    String text(int i) {
        return i >= 0 && i < size ? source.substring(starts[i], ends[i]) : "";
    }

    /** Returns the number of the line where a token begins, from 1. */
    int line(int i) {
        return i >= 0 && i < size ? lines[i] : 1;
    }

    /** Returns whether a token is the first of its line. */
    boolean beginsLine(int i) {
        return i >= 0 && i < size && (i == 0 || lines[i - 1] < lines[i]);
    }

    /** Returns whether two tokens stand side by side. */
    boolean touches(int i, int next) {
        return i >= 0 && next < size && ends[i] == starts[next];
    }

    /** Returns whether the string at an index is all of a value: nothing is put into it or appended to it. */
    boolean isValue(int i) {
        boolean goesOn = isMark(i + 1, '+') || isMark(i + 1, '.') || isMark(i + 1, '%') || isString(i + 1);
        boolean wasBegun = isMark(i - 1, '+') || isString(i - 1);
        return isWhole(i) && !goesOn && !wasBegun;
    }
}
