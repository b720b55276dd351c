package dev.caffeinecode.search;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.time.Instant;
import java.util.UUID;

/** A row of table {@code searchable}. */
@MappedEntity("searchable")
record SearchableRow(
        @Id UUID repositoryId,
        UUID snapshotId,
        int version,
        int symbols,
        int chunks,
        long tokens,
        long costMicros,
        Instant writtenAt) {}
