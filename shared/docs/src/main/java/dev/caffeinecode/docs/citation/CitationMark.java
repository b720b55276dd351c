package dev.caffeinecode.docs.citation;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Location;

/** How a citation is written in the Markdown that goes into {@link CitationResolver}. */
public final class CitationMark {
    /** Stands for a pipe in a path, which would end it here and a cell around it; no path holds a control character. */
    private static final char PIPE = '\u001f';

    private CitationMark() {}

    public static String of(Location location) {
        return of(location.path(), location.lines());
    }

    public static String of(String path, LineRange lines) {
        return "[[" + marked(path) + ":" + lines.first() + "-" + lines.last() + "]]";
    }

    /** Shown with another text than path and lines. */
    public static String of(Location location, String label) {
        return "[[" + marked(location.path()) + ":" + location.lines().first() + "-"
                + location.lines().last() + "|"
                + label.replace("|", "/").replace("]", ")").replace("\n", " ") + "]]";
    }

    private static String marked(String path) {
        return path.replace('|', PIPE);
    }

    /** The path as it was before it was marked. */
    static String unmarked(String path) {
        return path.replace(PIPE, '|');
    }
}
