package dev.caffeinecode.docs.page;

import dev.caffeinecode.docs.plan.Brief;
import dev.caffeinecode.docs.plan.PageKind;
import dev.caffeinecode.docs.run.RunId;
import dev.caffeinecode.platform.problem.Failure;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One document of a run.
 *
 * @param parent null for the root
 * @param ordinal place among its siblings, from 0
 * @param slug its path in the wiki, unique in the run
 * @param inputDigest SHA-256 over all it was written from; null until it is ready to be written
 * @param reused whether its content was there before this run
 * @param failure why it is outlined or failed although a model was to write it; null when there is no such reason
 */
public record Page(
        PageId id,
        RunId run,
        @Nullable PageId parent,
        int ordinal,
        String slug,
        String title,
        PageKind kind,
        Brief brief,
        PageState state,
        @Nullable String inputDigest,
        boolean reused,
        @Nullable Failure failure,
        Instant updatedAt) {}
