package dev.caffeinecode.code.chunks;

import dev.caffeinecode.code.LineRange;

/**
 * What becomes a chunk.
 *
 * @param of the innermost section that all of it is in
 * @param closed whether nothing may be added to it
 */
record Piece(LineRange lines, Section of, boolean closed) {}
