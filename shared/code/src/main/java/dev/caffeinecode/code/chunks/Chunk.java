package dev.caffeinecode.code.chunks;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.SymbolId;
import dev.caffeinecode.code.text.Sha256;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/**
 * A piece of one file, to be embedded and found again.
 *
 * @param lines where it stands, without blank lines around it
 * @param symbol the innermost symbol that it is or is a part of; null if that is the file
 * @param text what is embedded, at most {@value Chunks#MAX_CHARACTERS} characters: a line that says what it is of, then
 *     the lines themselves. It does not say where they stand, so that code that only moved within its file keeps it
 * @param digest SHA-256 of the text in UTF-8, 64 lower-case hex digits
 */
public record Chunk(String path, LineRange lines, @Nullable SymbolId symbol, String text, String digest) {
    public Chunk {
        if (text.isBlank() || text.length() > Chunks.MAX_CHARACTERS) {
            throw new IllegalArgumentException("chunk of " + text.length() + " characters at " + path + ":" + lines);
        }
    }

    static Chunk of(String path, LineRange lines, @Nullable SymbolId symbol, String text) {
        return new Chunk(path, lines, symbol, text, Sha256.hex(text.getBytes(StandardCharsets.UTF_8)));
    }
}
