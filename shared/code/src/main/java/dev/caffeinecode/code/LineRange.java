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

    /** Returns how many lines there are, at least one. */
    public int count() {
        return last - first + 1;
    }

    /** Returns whether every line of the other range is in this one. */
    public boolean contains(LineRange other) {
        return first <= other.first && other.last <= last;
    }

    /** Returns {@code 12} or {@code 12-14}. */
    @Override
    public String toString() {
        return first == last ? String.valueOf(first) : first + "-" + last;
    }
}
