package dev.caffeinecode.search;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.SymbolId;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a file that was looked for by its meaning.
 *
 * @param symbol that it is or is a part of; null if that is the file
 * @param text what was embedded: a line that says what it is of, then its lines, with credentials masked
 * @param distance from what was looked for: 1 less the cosine of the angle, from 0 for the same direction to 2
 */
public record FoundChunk(
        String path, LineRange lines, @Nullable SymbolId symbol, String text, double distance) {}
