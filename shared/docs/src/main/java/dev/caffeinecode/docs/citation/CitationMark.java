package dev.caffeinecode.docs.citation;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Location;

/** How a citation is written in the Markdown that goes into {@link CitationResolver}. */
public final class CitationMark {
    private CitationMark() {}

    public static String of(Location location) {
        return of(location.path(), location.lines());
    }

    public static String of(String path, LineRange lines) {
        return "[[" + path + ":" + lines.first() + "-" + lines.last() + "]]";
    }

    /** Shown with another text than path and lines. */
    public static String of(Location location, String label) {
        return "[[" + location.path() + ":" + location.lines().first() + "-"
                + location.lines().last() + "|"
                + label.replace("|", "/").replace("]", ")").replace("\n", " ") + "]]";
    }
}
