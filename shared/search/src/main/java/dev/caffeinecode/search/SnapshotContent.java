package dev.caffeinecode.search;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.chunks.Chunk;

import java.util.stream.Stream;

/**
 * What is found in a snapshot.
 *
 * @param graph its code graph
 * @param chunks of its files; read once, while they are written
 */
public record SnapshotContent(CodeGraph graph, Stream<Chunk> chunks) {}
