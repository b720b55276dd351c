package dev.caffeinecode.search;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * A row of table {@code chunk} within its repository.
 *
 * @param digest SHA-256 of the text, hex
 */
@MappedEntity("chunk")
record ChunkRow(@Id String digest, String text) {}
