package dev.caffeinecode.repository.git;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.repository.Revision;
import dev.caffeinecode.repository.url.CloneUrl;
import dev.caffeinecode.repository.url.CloneUrlParser;
import dev.caffeinecode.repository.url.CloneUrlRules;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Fetches as the clone step does, each time into a new directory, within limits that a test can reach. */
final class Fetches {
    static final int MAX_TEXT_BYTES = 1 << 16;
    static final CloneLimits LIMITS =
            new CloneLimits(64 << 20, 1 << 20, 8 << 20, 500, 20, MAX_TEXT_BYTES, Duration.ofMinutes(1));

    private final Path directory;
    private int fetches;

    Fetches(Path directory) {
        this.directory = directory;
    }

    FetchedCommit fetch(String url) {
        return fetch(url, null);
    }

    /** @param revision null for the default branch */
    FetchedCommit fetch(String url, @Nullable String revision) {
        return fetch(url, revision, LIMITS, Deadline.in(LIMITS.timeout(), () -> true));
    }

    FetchedCommit fetch(String url, @Nullable String revision, CloneLimits limits, Deadline deadline) {
        return fetcher(url, limits)
                .fetch(url(url), revision == null ? null : new Revision(revision), next(), deadline, _ -> true);
    }

    private Path next() {
        return directory.resolve("fetch-" + ++fetches);
    }

    /** One that may speak to the host of the URL, although that is on this machine. */
    static GitFetcher fetcher(String url, CloneLimits limits) {
        return new GitFetcher(limits, rules(url));
    }

    static CloneUrl url(String url) {
        return new CloneUrlParser(rules(url)).parse(url);
    }

    private static CloneUrlRules rules(String url) {
        String authority = url.startsWith("http") ? url.split("/")[2] : "";
        return new CloneUrlRules(true, true, Set.of(), Set.of(), Set.of(authority));
    }

    /** What the fetch is refused with. */
    ProblemException refusal(String url, @Nullable String revision) {
        return refusal(() -> fetch(url, revision));
    }

    ErrorCode refusalCode(String url) {
        return refusal(url, null).code();
    }

    /** Fetches and walks. */
    interface Step {
        FetchedCommit fetch();
    }

    static ProblemException refusal(Step step) {
        return catchThrowableOfType(ProblemException.class, () -> {
            try (FetchedCommit commit = step.fetch()) {
                walk(commit, LIMITS.timeout());
            }
        });
    }

    static FetchedCommit.Walk walk(FetchedCommit commit, Duration time) throws IOException {
        return commit.walk(Deadline.in(time, () -> true), _ -> {});
    }

    /** Kind, path and, where it is kept, content of each entry. */
    static List<String> entries(FetchedCommit commit) throws IOException {
        List<String> entries = new ArrayList<>();
        commit.walk(Deadline.in(LIMITS.timeout(), () -> true), entry -> entries.add(line(entry)));
        return entries;
    }

    private static String line(TreeEntry entry) {
        byte[] content = entry.content();
        String text = content == null ? "" : " = " + new String(content, StandardCharsets.UTF_8);
        return entry.kind().label() + " " + entry.path() + text;
    }
}
