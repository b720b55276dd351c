package dev.caffeinecode.code.chunks;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Symbol;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A part of a file that makes sense on its own.
 *
 * @param symbol what it defines; null if nothing that has a name
 * @param title what it is called in a document, with what it is in; empty in code
 * @param parts within its lines, in their order, none of which share a line
 */
record Section(LineRange lines, @Nullable Symbol symbol, String title, List<Section> parts) {
    Section {
        parts = List.copyOf(parts);
    }
}
