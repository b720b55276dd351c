package dev.caffeinecode.code.slices;

import dev.caffeinecode.code.Location;

import java.util.List;

/**
 * An excerpt of files.
 *
 * @param text by file in the order of their paths; each line with its number, as {@link
 *     dev.caffeinecode.code.text.TextLines#numbered} writes it, and a mark where lines are left out
 * @param tokens of the text, estimated
 * @param shown which lines it shows, in order
 */
public record Slice(String text, int tokens, List<Location> shown) {
    public Slice {
        shown = List.copyOf(shown);
    }
}
