package dev.caffeinecode.code;

/**
 * One tie between two nodes of a graph.
 *
 * @param line in the file of {@code from} where it first stands, from 1
 * @param weight how sure it is, in percent from 1: 100 unless the name may be that of several symbols, which share it
 */
public record Reference(GraphNode from, GraphNode to, ReferenceKind kind, int line, int weight) {}
