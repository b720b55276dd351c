package dev.caffeinecode.code.chunks;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.text.TextLines;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Cuts the sections of one file into pieces that together hold all of its lines. */
final class Cutter {
    /** What the lines of a chunk may have, leaving room for what is written above them. */
    private static final int MAX_BODY = Chunks.MAX_CHARACTERS - ChunkText.MAX_HEADER_CHARACTERS - 1;

    private static final int TARGET = Chunks.TARGET_CHARACTERS;
    /** What has a name and more than this is found better alone than among its neighbours. */
    private static final int SMALL = TARGET / 2;

    /** What has no name needs no whole: it is cut when a part of the target size would be left. */
    private static final int LOOSE = TARGET * 5 / 4;

    private static final int CRUMB = 80;

    private final Measure measure;
    private final LineCuts cuts;

    Cutter(TextLines lines, Measure measure) {
        this.measure = measure;
        this.cuts = new LineCuts(lines, measure);
    }

    /** Returns pieces in the order in which they begin. */
    List<Piece> cut(Section section) {
        boolean small = measure.of(section.lines()) <= TARGET;
        if (small || section.parts().isEmpty()) {
            return leaf(section);
        }
        List<Piece> pieces = new ArrayList<>();
        int next = section.lines().first();
        for (Section part : section.parts()) {
            if (part.lines().first() > next) {
                pieces.addAll(loose(section, new LineRange(next, part.lines().first() - 1)));
            }
            pieces.addAll(cut(part));
            next = part.lines().last() + 1;
        }
        if (next <= section.lines().last()) {
            pieces.addAll(loose(section, new LineRange(next, section.lines().last())));
        }
        return merged(section, pieces);
    }

    private List<Piece> leaf(Section section) {
        boolean named = section.symbol() != null;
        if (measure.of(section.lines()) <= (named ? MAX_BODY : LOOSE)) {
            return List.of(new Piece(section.lines(), section, false));
        }
        return closed(section, cuts.of(section.lines(), MAX_BODY, named ? LineCuts.OVERLAP : 0));
    }

    /** Cuts what stands between the parts of a section. */
    private List<Piece> loose(Section section, LineRange lines) {
        return measure.of(lines) <= LOOSE
                ? List.of(new Piece(lines, section, false))
                : closed(section, cuts.of(lines, MAX_BODY, 0));
    }

    private static List<Piece> closed(Section section, List<LineRange> ranges) {
        return ranges.stream().map(range -> new Piece(range, section, true)).toList();
    }

    /** Joins neighbours while they are small. */
    private List<Piece> merged(Section section, List<Piece> pieces) {
        List<Piece> merged = new ArrayList<>();
        for (Piece piece : pieces) {
            Piece last = merged.isEmpty() ? null : merged.getLast();
            Section owner = last == null ? null : owner(section, last, piece);
            if (last == null || owner == null) {
                merged.add(piece);
            } else {
                LineRange both =
                        new LineRange(last.lines().first(), piece.lines().last());
                merged.set(merged.size() - 1, new Piece(both, owner, last.closed() || piece.closed()));
            }
        }
        if (merged.size() == 1) {
            return merged;
        }
        // What was cut here stays as it is: the section around knows nothing of it.
        return merged.stream()
                .map(piece -> new Piece(piece.lines(), piece.of(), true))
                .toList();
    }

    /** Returns the section that both pieces become a piece of; null if they are to stay apart. */
    private @Nullable Section owner(Section section, Piece first, Piece second) {
        long size = measure.of(first.lines()) + measure.of(second.lines());
        if (size > MAX_BODY) {
            return null;
        }
        if (isCrumb(section, second)) {
            return first.of();
        }
        if (isCrumb(section, first)) {
            return second.of();
        }
        return isOpen(section, first) && isOpen(section, second) && size <= TARGET ? section : null;
    }

    private boolean isOpen(Section section, Piece piece) {
        boolean small = piece.of().equals(section) || measure.of(piece.lines()) <= SMALL;
        return small && !piece.closed();
    }

    /** Returns whether a piece is no more than blank lines, a bracket or the name of a package. */
    private boolean isCrumb(Section section, Piece piece) {
        return piece.of().equals(section) && measure.of(piece.lines()) <= CRUMB;
    }
}
