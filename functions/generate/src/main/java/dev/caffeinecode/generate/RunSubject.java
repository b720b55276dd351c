package dev.caffeinecode.generate;

import dev.caffeinecode.docs.run.Run;
import dev.caffeinecode.docs.run.RunId;
import dev.caffeinecode.docs.run.RunProgress;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.repository.Repository;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.Snapshots;
import jakarta.inject.Singleton;

/**
 * A run with what it documents.
 *
 * @param run as it was when it was looked up
 */
record RunSubject(Run run, Repository repository, Snapshot snapshot) {
    /** Looks them up. */
    @Singleton
    static class Finder {
        private final RunProgress runs;
        private final Snapshots snapshots;

        Finder(RunProgress runs, Snapshots snapshots) {
            this.runs = runs;
            this.snapshots = snapshots;
        }

        /** @throws ProblemException {@link ErrorCode#CLAIM_LOST} when it has been deleted */
        RunSubject get(RunId id) {
            Run run = runs.get(id);
            return snapshots
                    .find(run.snapshot())
                    .flatMap(snapshot -> snapshots
                            .repository(run.repository())
                            .map(repository -> new RunSubject(run, repository, snapshot)))
                    .orElseThrow(() -> new ProblemException(ErrorCode.CLAIM_LOST, "repository is deleted"));
        }
    }
}
