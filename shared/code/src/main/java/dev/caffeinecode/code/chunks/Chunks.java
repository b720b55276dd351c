package dev.caffeinecode.code.chunks;

import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.SourceFile;
import dev.caffeinecode.code.text.TextLines;

import java.util.List;
import java.util.Optional;

/**
 * Cuts files into chunks: code where its symbols begin and end, documents at their headings, other texts where lines are
 * blank. Every line that is not blank is in at least one chunk of its file.
 */
public final class Chunks {
    /** What is aimed at: about 400 tokens, of which models that embed make a sharper vector than of a page. */
    public static final int TARGET_CHARACTERS = 1_600;

    /** No chunk is longer; about 1,000 tokens. */
    public static final int MAX_CHARACTERS = 4_000;

    private Chunks() {}

    /**
     * Cuts a file.
     *
     * @param lines what the file holds, in the commit that the facts are of
     * @return chunks in the order in which they begin; none for what people did not write or do not read
     */
    public static List<Chunk> of(FileFacts facts, TextLines lines) {
        if (!isRead(facts.file().role()) || lines.count() == 0) {
            return List.of();
        }
        LineRange whole = new LineRange(1, lines.count());
        Section root = new Section(whole, null, "", sections(facts, lines));
        Measure measure = new Measure(lines);
        ChunkText text = new ChunkText(facts, lines);
        return new Cutter(lines, measure)
                .cut(root).stream()
                        .map(piece -> measure.trimmed(piece.lines()).map(kept -> text.chunk(piece, kept)))
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static List<Section> sections(FileFacts facts, TextLines lines) {
        SourceFile file = facts.file();
        return file.language().kind() == Language.Kind.PROSE
                ? Headings.of(lines, file.language())
                : SymbolSections.of(facts.symbols(), lines.count());
    }

    /** Data and lock files, which count as generated, are found by other means than their meaning. */
    private static boolean isRead(FileRole role) {
        return switch (role) {
            case SOURCE, TEST, BUILD, CI, CONTAINER, CONFIGURATION, SCHEMA, API_DESCRIPTION, DOCUMENTATION -> true;
            case GENERATED, VENDORED, DATA, BINARY, LFS_POINTER, SYMLINK, SUBMODULE -> false;
        };
    }
}
