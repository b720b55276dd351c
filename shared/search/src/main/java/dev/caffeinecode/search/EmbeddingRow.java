package dev.caffeinecode.search;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * A row of table {@code embedding} within its repository.
 *
 * @param digest of the chunk's text, hex
 */
@MappedEntity("embedding")
record EmbeddingRow(@Id String digest, String model) {}
