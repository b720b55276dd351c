package dev.caffeinecode.code.slices;

import dev.caffeinecode.code.LineRange;

import java.util.Comparator;
import java.util.List;

/**
 * Lines of a file that could be shown together.
 *
 * @param value the more, the sooner they are
 * @param node what they are of; offers of the same value come by number
 */
record Offer(String path, List<LineRange> lines, double value, int node) {
    static final Comparator<Offer> BEST =
            Comparator.comparingDouble(Offer::value).reversed().thenComparingInt(Offer::node);

    Offer {
        lines = List.copyOf(lines);
    }
}
