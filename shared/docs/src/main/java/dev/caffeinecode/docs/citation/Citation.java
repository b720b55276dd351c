package dev.caffeinecode.docs.citation;

import dev.caffeinecode.code.LineRange;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Where a statement comes from: whole lines of one file at the snapshot's commit.
 *
 * @param path relative to the repository's root
 * @param firstLine 1-based, inclusive
 * @param lastLine 1-based, inclusive
 * @param digest SHA-256 of the lines, hex; tells later whether they still say the same
 */
@Serdeable
public record Citation(String path, int firstLine, int lastLine, String digest) {
    public Citation {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a citation needs a path");
        }
        if (firstLine < 1 || lastLine < firstLine) {
            throw new IllegalArgumentException("bad line range: " + firstLine + ".." + lastLine);
        }
    }

    public LineRange lines() {
        return new LineRange(firstLine, lastLine);
    }
}
