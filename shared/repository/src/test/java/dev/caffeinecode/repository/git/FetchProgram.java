package dev.caffeinecode.repository.git;

import dev.caffeinecode.platform.problem.ProblemException;

import java.nio.file.Path;
import java.time.Duration;

/** Fetches and walks with the limits that are set by default, and says how it ended. */
final class FetchProgram {
    private static final CloneLimits DEFAULTS =
            new CloneLimits(2L << 30, 100 << 20, 8L << 30, 200_000, 256, 10 << 20, Duration.ofMinutes(5));

    private FetchProgram() {}

    /** @param arguments the URL, and a directory that is empty or absent */
    public static void main(String[] arguments) throws Exception {
        Deadline deadline = Deadline.in(DEFAULTS.timeout(), () -> true);
        try (FetchedCommit fetched = Fetches.fetcher(arguments[0], DEFAULTS)
                .fetch(Fetches.url(arguments[0]), null, Path.of(arguments[1]), deadline, _ -> true)) {
            System.out.println(fetched.walk(deadline, _ -> {}));
        } catch (ProblemException e) {
            System.out.println(e.code().label());
        }
    }
}
