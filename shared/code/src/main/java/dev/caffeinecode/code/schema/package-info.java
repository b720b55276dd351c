/**
 * Symbols of languages that describe data and resources and have no well-kept grammar that can be had: SQL, HCL, Protocol
 * Buffers, GraphQL. Each is read in one pass over its words.
 */
@NullMarked
package dev.caffeinecode.code.schema;

import org.jspecify.annotations.NullMarked;
