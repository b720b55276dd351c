package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.Docstring;

import java.util.Optional;

/** The comments last passed by a walk, from which the documentation of the next definition is taken. */
final class Comments {
    private static final int MAX_BYTES = 64 * 1024;

    private final SourceText source;
    private final SourceText parsed;
    private final CommentStyle style;
    private int start;
    private int end = -1;
    private int reach = -1;
    private int attributeStart = -1;

    /**
     * Begins before the first comment.
     *
     * @param parsed the same text without macros, which do not part a comment from what follows
     */
    Comments(SourceText source, SourceText parsed, CommentStyle style) {
        this.source = source;
        this.parsed = parsed;
        this.style = style;
    }

    /** Notes a comment that stands on lines of its own. */
    void add(int from, int to) {
        boolean joins = end >= 0
                && reach == end
                && isLine(start)
                && mark(start).equals(mark(from))
                && parsed.lineEndsInBlank(trimmed(start, end), from) == 1;
        if (!joins) {
            start = from;
        }
        end = to;
        reach = to;
        attributeStart = -1;
    }

    /** Notes an annotation or the like, which does not part a comment from what follows. */
    void attribute(int from, int to) {
        boolean follows = reach >= 0 && reach <= from && parsed.lineEndsInBlank(reach, from) >= 0;
        if (!follows) {
            end = -1;
            attributeStart = from;
        } else if (attributeStart < 0) {
            attributeStart = from;
        }
        reach = to;
    }

    /** Returns where the attributes begin that belong to a definition; its own beginning if it has none before it. */
    int beginning(int definition) {
        boolean adjacent = attributeStart >= 0 && reach <= definition && parsed.lineEndsInBlank(reach, definition) >= 0;
        return adjacent ? attributeStart : definition;
    }

    /** Returns where the last attribute between two offsets ends; the first offset if there is none. */
    int afterAttributes(int from, int definition) {
        return attributeStart >= from && reach <= definition ? reach : from;
    }

    /** Returns the documentation right above an offset. */
    Optional<Docstring> above(int offset) {
        if (end < 0 || end > offset) {
            return Optional.empty();
        }
        int gap = parsed.lineEndsInBlank(trimmed(start, end), offset);
        boolean marked = source.text(start, Math.min(end, start + 3)).equals("/**");
        return gap < 0 || gap > (marked ? 2 : 1) ? Optional.empty() : read(start, end, false);
    }

    /** Returns what a comment on the line of a member says of the member. */
    Optional<Docstring> trailing(int from, int to) {
        return read(from, to, true);
    }

    private Optional<Docstring> read(int from, int to, boolean trailing) {
        String raw = source.text(from, to, MAX_BYTES).strip();
        if (trailing ? !style.acceptsTrailing(raw) : !style.accepts(raw)) {
            return Optional.empty();
        }
        String text = DocText.ofComment(raw);
        return text.isBlank()
                        || (DocText.isLicense(text) && source.lines(from, to).first() < 4)
                ? Optional.empty()
                : Optional.of(new Docstring(text, source.lines(from, to)));
    }

    /** Comments of different kinds do not join: {@code //!} and {@code ///}. */
    private String mark(int offset) {
        int end = offset;
        while (end < Math.min(offset + 3, source.length()) && source.containsAny(end, end + 1, "/!#-;%")) {
            end++;
        }
        return source.text(offset, end);
    }

    private boolean isLine(int offset) {
        return offset + 2 <= source.length() && !source.text(offset, offset + 2).equals("/*");
    }

    /** A comment's node may hold its line end. */
    private int trimmed(int from, int to) {
        return to > from && parsed.lineEndsInBlank(to - 1, to) == 1 ? to - 1 : to;
    }
}
