package dev.caffeinecode.code.format;

import dev.caffeinecode.code.CodeGraph;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Writes and reads code graphs. Equal graphs give equal bytes on one Java runtime (the bytes that gzip makes may differ
 * between versions of zlib; the uncompressed ones never do).
 *
 * <p>The format, version 2: one gzip member (RFC 1952) that holds
 *
 * <pre>
 * graph     = "CCGRAPH" version:byte count file* packages references
 * file      = path kind role language bytes:number lines encoding digest notes symbols commands entries manifest
 *             touchpoints
 * path      = shared:number text          shared: characters in common with the path before
 * digest    = 0 | 1 byte*32               SHA-256 of the content
 * notes     = count (kind word)*
 * symbols   = count symbol*
 * symbol    = parent kind simple qualifier visibility first lines body signature:text doc
 *             parent: ordinal + 1, 0 for none; lines: number of lines - 1;
 *             first: signed difference to the first line of the symbol before
 * body      = 0 | 1 byte*8                digest of the symbol's body, highest byte first
 * doc       = 0 | 1 first lines text      first: signed difference to the symbol's first line
 * commands  = count (purpose name:word? line:text first lines)*
 * entries   = count (kind name:word first lines)*
 * manifest  = 0 | 1 kind name:word? description:word? version:word? license:word? count dependency*
 * dependency = name:word requirement:word? scope line
 * touchpoints = count (kind name:word detail:word first lines)*
 * packages  = count (ecosystem name:word version:word? declared:0|1)*
 * references = count reference*           in the order of from and to, as nodes are numbered by GraphNodes
 * reference = next to kind line weight:byte
 *             next: 0 for the same node as before, else the difference to it + 1 (the first: to 0)
 *             to: signed difference to the reference before, or to the node that it is from after next
 *             line: signed difference to that of the reference before; weight: percent
 * kind, ecosystem, role, language, encoding, visibility, purpose, scope = word    the label of the constant
 * word      = 0 text | index              a text that has not come before, or its place among those, from 1
 * word?     = 0 | 1 word
 * text      = count byte*                 UTF-8
 * number    = base-128 varint, lowest bits first; signed ones in zigzag form
 * </pre>
 */
public final class CodeGraphFormat {
    /** The version that is written; only this one is read. */
    public static final int VERSION = 2;

    static final String MAGIC = "CCGRAPH";

    private CodeGraphFormat() {}

    /** Writes a graph; the stream stays open. */
    public static void write(CodeGraph graph, OutputStream out) throws IOException {
        GraphWriter.write(graph, out);
    }

    /** Reads a graph within {@link GraphLimits#DEFAULT}; the stream stays open, read further than the graph. */
    public static CodeGraph read(InputStream in) throws IOException {
        return read(in, GraphLimits.DEFAULT);
    }

    /**
     * Reads a graph; the stream stays open.
     *
     * @throws MalformedGraphException if this is no whole graph of version {@value #VERSION}, or larger than the limits
     */
    public static CodeGraph read(InputStream in, GraphLimits limits) throws IOException {
        return GraphReader.read(in, limits);
    }
}
