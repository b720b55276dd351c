package dev.caffeinecode.clone;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.telemetry.LogKeys;
import dev.caffeinecode.repository.CommitId;
import dev.caffeinecode.repository.Revision;
import dev.caffeinecode.repository.git.Deadline;
import dev.caffeinecode.repository.git.FetchedCommit;
import dev.caffeinecode.repository.git.GitFetcher;
import dev.caffeinecode.repository.url.CloneUrl;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** Asks a git server that stumbles a few times more, before the whole step is put back into its queue. */
@Singleton
class PatientFetcher {
    private static final Logger LOG = LoggerFactory.getLogger(PatientFetcher.class);
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final GitFetcher fetcher;

    PatientFetcher(GitFetcher fetcher) {
        this.fetcher = fetcher;
    }

    FetchedCommit fetch(
            CloneUrl url, @Nullable Revision revision, Path directory, Deadline deadline, Predicate<CommitId> wanted) {
        for (int attempt = 1; ; attempt++) {
            try {
                return fetcher.fetch(url, revision, directory.resolve("git-" + attempt), deadline, wanted);
            } catch (ProblemException e) {
                if (e.code() != ErrorCode.GIT_SERVER_UNAVAILABLE || attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.atWarn().setCause(e).addKeyValue(LogKeys.ATTEMPT, attempt).log("git server will be asked again");
                deadline.pause(pause(attempt));
            }
        }
    }

    /** Full jitter over a pause that doubles. */
    private static Duration pause(int attempt) {
        long ceiling = FIRST_PAUSE.toMillis() << attempt;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1));
    }
}
