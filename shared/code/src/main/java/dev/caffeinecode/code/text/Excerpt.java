package dev.caffeinecode.code.text;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Location;

import java.util.Optional;

/**
 * Lines of a file to be read by a model or a person.
 *
 * @param numbered the lines with their numbers, as {@link TextLines#numbered}
 * @param digest of the lines, as {@link TextLines#digest}: equal as long as they say the same
 */
public record Excerpt(Location source, String numbered, String digest) {
    /** Takes lines of a file, fewer if the file ends before; empty if it has none of them. */
    public static Optional<Excerpt> of(String path, TextLines file, LineRange range) {
        if (range.first() > file.count()) {
            return Optional.empty();
        }
        LineRange lines = new LineRange(range.first(), Math.min(range.last(), file.count()));
        return Optional.of(new Excerpt(new Location(path, lines), file.numbered(lines), file.digest(lines)));
    }
}
