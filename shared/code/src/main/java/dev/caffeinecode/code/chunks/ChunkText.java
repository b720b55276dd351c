package dev.caffeinecode.code.chunks;

import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.text.TextLines;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Writes chunks of one file: first what they are of, as their lines alone seldom tell, then the lines. */
final class ChunkText {
    /** Of the first line. */
    static final int MAX_HEADER_CHARACTERS = 500;

    /** Of one part of the first line. */
    private static final int MAX_PART_CHARACTERS = 200;

    private final FileFacts facts;
    private final TextLines lines;

    ChunkText(FileFacts facts, TextLines lines) {
        this.facts = facts;
        this.lines = lines;
    }

    /** @param kept the lines of the piece without blank ones around them */
    Chunk chunk(Piece piece, LineRange kept) {
        Symbol symbol = piece.of().symbol();
        StringBuilder text = new StringBuilder(header(piece, kept));
        for (int number = kept.first(); number <= kept.last(); number++) {
            text.append('\n').append(shortened(lines.line(number).stripTrailing(), Measure.MAX_LINE_CHARACTERS));
        }
        return Chunk.of(facts.path(), kept, symbol == null ? null : symbol.id(), text.toString());
    }

    private String header(Piece piece, LineRange kept) {
        List<String> parts = new ArrayList<>();
        parts.add(facts.path());
        Symbol symbol = piece.of().symbol();
        if (symbol != null) {
            parts.add(symbol.name().qualified());
            // Whoever sees the beginning of a definition sees its signature.
            boolean begins =
                    kept.first() <= symbol.lines().first() && symbol.lines().first() <= kept.last();
            Symbol explained = begins ? parent(symbol) : symbol;
            if (explained != null) {
                parts.add(explained.signature());
            }
        } else if (!piece.of().title().isEmpty()) {
            parts.add(piece.of().title());
        }
        return shortened(
                String.join(
                        " | ",
                        parts.stream()
                                .map(part -> shortened(part, MAX_PART_CHARACTERS))
                                .toList()),
                MAX_HEADER_CHARACTERS);
    }

    private @Nullable Symbol parent(Symbol symbol) {
        return symbol.isTopLevel() ? null : facts.symbols().get(symbol.parent());
    }

    private static String shortened(String text, int maxCharacters) {
        if (text.length() <= maxCharacters) {
            return text;
        }
        int end = maxCharacters - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
