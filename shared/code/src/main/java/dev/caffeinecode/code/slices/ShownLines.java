package dev.caffeinecode.code.slices;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.text.TextLines;
import dev.caffeinecode.code.text.TokenEstimate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The lines of one file that are shown, and what they cost. */
final class ShownLines {
    /** What stands where lines are left out. */
    private static final String GAP = "      ...\n";

    private static final int GAP_TOKENS = TokenEstimate.of(GAP);

    private final String path;
    private final TextLines lines;
    private final BitSet shown = new BitSet();
    /** Of each line; 0 as long as nobody asked. */
    private final int[] costs;

    ShownLines(String path, TextLines lines) {
        this.path = path;
        this.lines = lines;
        this.costs = new int[lines.count() + 1];
    }

    /** Returns how many tokens more the file takes at most when these lines are shown too; less than 0 if they join others. */
    int cost(List<LineRange> ranges) {
        BitSet added = new BitSet();
        ranges.forEach(range -> added.set(range.first(), range.last() + 1));
        added.andNot(shown);
        if (added.isEmpty()) {
            return 0;
        }
        int cost = shown.isEmpty() ? TokenEstimate.of(head()) : 0;
        for (int number = added.nextSetBit(0); number >= 0; number = added.nextSetBit(number + 1)) {
            cost += cost(number);
        }
        added.or(shown);
        return cost + GAP_TOKENS * (gaps(added) - gaps(shown));
    }

    private int cost(int number) {
        if (costs[number] == 0) {
            costs[number] = TokenEstimate.of(numbered(number));
        }
        return costs[number];
    }

    /** Returns how often lines are left out if some are shown, at most. */
    private int gaps(BitSet all) {
        if (all.isEmpty()) {
            return 0;
        }
        int gaps = all.get(1) ? 0 : 1;
        for (int first = all.nextSetBit(1); first >= 0; ) {
            int end = all.nextClearBit(first);
            gaps += end <= lines.count() ? 1 : 0;
            first = all.nextSetBit(end);
        }
        return gaps;
    }

    void show(List<LineRange> ranges) {
        ranges.forEach(range -> shown.set(range.first(), range.last() + 1));
    }

    void writeTo(StringBuilder text, List<Location> locations) {
        if (shown.isEmpty()) {
            return;
        }
        text.append(head());
        int before = 0;
        for (LineRange run : runs()) {
            text.append(run.first() > before + 1 ? GAP : "").append(lines.numbered(run));
            locations.add(new Location(path, run));
            before = run.last();
        }
        text.append(before < lines.count() ? GAP : "");
    }

    /** Joins what is parted by no more than one line that costs no more than to say that it is left out. */
    private List<LineRange> runs() {
        List<LineRange> runs = new ArrayList<>();
        for (int first = shown.nextSetBit(0); first >= 0; ) {
            int last = shown.nextClearBit(first) - 1;
            int next = shown.nextSetBit(last + 1);
            while (next == last + 2 && cost(last + 1) <= GAP_TOKENS) {
                last = shown.nextClearBit(next) - 1;
                next = shown.nextSetBit(last + 1);
            }
            runs.add(new LineRange(first, last));
            first = next;
        }
        return runs;
    }

    private String head() {
        return "=== " + path + " ===\n";
    }

    private String numbered(int number) {
        return lines.numbered(new LineRange(number, number));
    }
}
