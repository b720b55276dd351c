package dev.caffeinecode.docs.page;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of table {@code page_content}.
 *
 * @param inputDigest with the repository, the key
 * @param citations JSON
 */
@MappedEntity("page_content")
record PageContentRow(
        @Id String inputDigest,
        UUID repositoryId,
        String digest,
        String summary,
        String citations,
        int citationCount,
        int citationsRemoved,
        int secretsMasked,
        int citationsChecked,
        int identifiersResolved,
        int identifiersUnknown,
        int statementsSupported,
        int statementsUnsupported,
        int statementsUndecided,
        int paragraphsUncited,
        int findingsRepaired,
        int statementsCut,
        String provider,
        String model,
        long tokensIn,
        long tokensOut,
        long costMicros,
        Instant createdAt) {}
