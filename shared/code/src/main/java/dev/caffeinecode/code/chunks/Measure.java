package dev.caffeinecode.code.chunks;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.text.TextLines;

import java.util.Optional;

/** How many characters lines of one file have, each with its end; very long lines count as they are shown. */
final class Measure {
    /** Longer lines are cut: no person wrote them. */
    static final int MAX_LINE_CHARACTERS = 1_000;

    /** Of all lines before each line. */
    private final long[] before;

    private final boolean[] blank;

    Measure(TextLines lines) {
        before = new long[lines.count() + 2];
        blank = new boolean[lines.count() + 1];
        for (int number = 1; number <= lines.count(); number++) {
            String line = lines.line(number);
            blank[number] = line.isBlank();
            before[number + 1] = before[number] + Math.min(line.length(), MAX_LINE_CHARACTERS) + 1;
        }
    }

    long of(LineRange lines) {
        return before[lines.last() + 1] - before[lines.first()];
    }

    boolean isBlank(int line) {
        return blank[line];
    }

    /** Leaves out blank lines at both ends; empty if there are no others. */
    Optional<LineRange> trimmed(LineRange lines) {
        int first = lines.first();
        int last = lines.last();
        while (first <= last && blank[first]) {
            first++;
        }
        while (last > first && blank[last]) {
            last--;
        }
        return first > last ? Optional.empty() : Optional.of(new LineRange(first, last));
    }
}
