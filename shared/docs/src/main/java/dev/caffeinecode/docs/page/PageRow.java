package dev.caffeinecode.docs.page;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of table {@code page}.
 *
 * @param brief JSON
 * @param childrenLeft children that are not done
 */
@MappedEntity("page")
record PageRow(
        @Id UUID id,
        UUID runId,
        @Nullable UUID parentId,
        int ordinal,
        String slug,
        String title,
        String kind,
        String brief,
        String state,
        int childrenLeft,
        @Nullable String inputDigest,
        boolean reused,
        @Nullable String errorCode,
        @Nullable String errorDetail,
        Instant updatedAt) {}
