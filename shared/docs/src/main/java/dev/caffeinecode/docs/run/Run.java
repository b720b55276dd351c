package dev.caffeinecode.docs.run;

import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.platform.problem.Failure;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.SnapshotId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One build of the documentation of one snapshot with one template.
 *
 * @param template name of the prompt template
 * @param templateVersion of the prompt template
 * @param failure why it failed; null unless the state is {@link RunState#FAILED}
 * @param finishedAt null while the state is not terminal
 */
public record Run(
        RunId id,
        RepositoryId repository,
        SnapshotId snapshot,
        String template,
        int templateVersion,
        ModelId model,
        RunState state,
        @Nullable Failure failure,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant finishedAt) {}
