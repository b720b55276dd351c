package dev.caffeinecode.code.facts;

/** Counts lines on the way through a text. */
public final class LineCount {
    private final String text;
    private int at;
    private int line = 1;

    public LineCount(String text) {
        this.text = text;
    }

    /** Returns the line, from 1, of an offset not before the one last asked for. */
    public int at(int offset) {
        while (at < offset) {
            if (text.charAt(at++) == '\n') {
                line++;
            }
        }
        return line;
    }
}
