package dev.caffeinecode.code.chunks;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.text.TextLines;

import java.util.ArrayList;
import java.util.List;

/** Cuts lines that are too many for one chunk where a reader would pause: at blank lines, else where least is nested. */
final class LineCuts {
    /** Lines that the next part of a function says again. */
    static final int OVERLAP = 2;

    private static final int TARGET = Chunks.TARGET_CHARACTERS;

    /** A blank line is worth a few levels of nesting. */
    private static final int BLANK_WORTH = 8;

    private static final int TAB_COLUMNS = 4;

    private final TextLines lines;
    private final Measure measure;

    LineCuts(TextLines lines, Measure measure) {
        this.lines = lines;
        this.measure = measure;
    }

    /** Returns parts of about the target size that have no more than so many characters and leave out no line. */
    List<LineRange> of(LineRange range, int maxCharacters, int overlap) {
        List<LineRange> parts = new ArrayList<>();
        int first = range.first();
        int fresh = first;
        while (measure.of(new LineRange(first, range.last())) > Math.min(maxCharacters, TARGET * 5 / 4)) {
            int last = bestEnd(first, fresh, range.last(), maxCharacters);
            if (last == range.last()) {
                break;
            }
            parts.add(new LineRange(first, last));
            fresh = last + 1;
            first = Math.max(first + 1, fresh - overlap);
            // Two very long lines say nothing twice.
            if (measure.of(new LineRange(first, fresh)) > TARGET / 2) {
                first = fresh;
            }
        }
        parts.add(new LineRange(first, range.last()));
        return parts;
    }

    /** Returns the last line of the part that begins at {@code first} and holds at least {@code fresh}. */
    private int bestEnd(int first, int fresh, int end, int maxCharacters) {
        int best = fresh;
        int bestCost = Integer.MAX_VALUE;
        for (int last = fresh; last < end; last++) {
            long size = measure.of(new LineRange(first, last));
            if (size > Math.min(maxCharacters, TARGET * 5 / 4)) {
                break;
            }
            boolean crumb = measure.of(new LineRange(last + 1, end)) < TARGET / 4;
            if (crumb && bestCost < Integer.MAX_VALUE) {
                break;
            }
            if (size >= TARGET / 2) {
                int cost = costOfCutAfter(last);
                if (cost <= bestCost) {
                    bestCost = cost;
                    best = last;
                }
            } else {
                best = last;
            }
        }
        return best;
    }

    /** The less the line after a cut is nested, and rather after a blank line. */
    private int costOfCutAfter(int last) {
        if (measure.isBlank(last + 1)) {
            return Integer.MAX_VALUE - 1;
        }
        return indentation(lines.line(last + 1)) - (measure.isBlank(last) ? BLANK_WORTH : 0);
    }

    private static int indentation(String line) {
        int columns = 0;
        for (int i = 0; i < line.length() && columns < 1_000; i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                columns += TAB_COLUMNS;
            } else if (c == ' ') {
                columns++;
            } else {
                break;
            }
        }
        return columns;
    }
}
