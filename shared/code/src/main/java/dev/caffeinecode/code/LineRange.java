package dev.caffeinecode.code;

/**
 * Whole lines of one file.
 *
 * @param first 1-based, inclusive
 * @param last 1-based, inclusive
 */
public record LineRange(int first, int last) {
    public LineRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("bad line range: " + first + ".." + last);
        }
    }
}
