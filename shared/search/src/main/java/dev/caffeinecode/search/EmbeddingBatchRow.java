package dev.caffeinecode.search;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A row of table {@code embedding_batch}. */
@MappedEntity("embedding_batch")
record EmbeddingBatchRow(
        @Id UUID id,
        UUID repositoryId,
        String model,
        String digests,
        String state,
        @Nullable String errorCode,
        @Nullable String errorDetail,
        Instant createdAt) {
    static final String OPEN = "open";

    List<String> digestList() {
        return List.of(digests.split(","));
    }
}
