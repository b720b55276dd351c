package dev.caffeinecode.repository.git;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.repository.CommitId;
import dev.caffeinecode.repository.Revision;
import dev.caffeinecode.repository.network.PinnedHosts;
import dev.caffeinecode.repository.network.PublicAddresses;
import dev.caffeinecode.repository.url.CloneUrl;
import dev.caffeinecode.repository.url.CloneUrlRules;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * Fetches one commit into a bare repository: depth 1, one ref asked for, no tags, no checkout, no hooks, no submodules,
 * no filters. Nothing that is fetched is executed, and no server but the one of the URL is spoken to. Only where JGit is
 * on the class path: functions that clone nothing carry none of it.
 */
@Requires(classes = Transport.class)
@Singleton
public class GitFetcher {
    /** Seconds without a byte before a read is given up; the deadline bounds the whole. */
    private static final int SILENCE_SECONDS = 30;

    private final CloneLimits limits;
    private final CloneUrlRules rules;

    public GitFetcher(CloneLimits limits, CloneUrlRules rules) {
        this.limits = limits;
        this.rules = rules;
        IsolatedGit.install();
        PinnedHosts.install();
    }

    /**
     * Connects, resolves the revision, and fetches the commit unless the caller has it already.
     *
     * @param revision null for the default branch
     * @param directory empty or absent; holds the bare repository afterwards, and belongs to the caller
     * @param wanted asked with the resolved commit; false ends the fetch before anything is transferred
     * @throws ProblemException with the code that says what was wrong; {@link ErrorCode#GIT_SERVER_UNAVAILABLE} may pass
     */
    public FetchedCommit fetch(
            CloneUrl url, @Nullable Revision revision, Path directory, Deadline deadline, Predicate<CommitId> wanted) {
        return switch (url) {
            case CloneUrl.Local local -> {
                Revision resolved = LocalRepository.resolve(local.path(), revision);
                yield onVirtualThread(() -> {
                    try (Repository source = LocalRepository.open(local.path())) {
                        Dial dial = into -> LocalTransport.open(into, source);
                        return fetch(null, dial, resolved, directory, deadline, wanted);
                    } catch (IOException e) {
                        throw GitProblems.problem(ErrorCode.NOT_A_GIT_REPOSITORY, e);
                    }
                });
            }
            case CloneUrl.Remote remote -> {
                try (PinnedHosts.Pin _ = PinnedHosts.pin(remote.host(), address -> isAllowed(remote, address))) {
                    Dial dial = into -> Transport.open(into, new URIish(remote.text()));
                    yield onVirtualThread(() -> fetch(remote, dial, revision, directory, deadline, wanted));
                }
            }
        };
    }

    /** How the repository that is fetched into comes to speak to the other. */
    @FunctionalInterface
    private interface Dial {
        Transport open(Repository into) throws IOException, URISyntaxException;
    }

    /** The only kind of thread whose read from a socket ends by an interrupt. */
    private static FetchedCommit onVirtualThread(Callable<FetchedCommit> fetch) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.submit(fetch).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ErrorCode.GIT_SERVER_UNAVAILABLE, "the process is being stopped", e);
        }
    }

    private boolean isAllowed(CloneUrl.Remote url, InetAddress address) {
        return PublicAddresses.contains(address) || rules.allowsPrivateAddresses(url.host(), url.port());
    }

    private FetchedCommit fetch(
            CloneUrl.@Nullable Remote server,
            Dial dial,
            @Nullable Revision revision,
            Path directory,
            Deadline deadline,
            Predicate<CommitId> wanted) {
        try (FetchGuard guard = new FetchGuard(server, limits.maxPackBytes(), deadline)) {
            Repository repository = null;
            try {
                repository = BoundedRepository.create(directory, limits, guard);
                FetchedCommit fetched = fetch(repository, guard, dial, revision, wanted);
                repository = null; // the result closes it
                return fetched;
            } catch (IOException | URISyntaxException | OutOfMemoryError e) {
                throw GitProblems.translate(guard, e, ErrorCode.CORRUPT_REPOSITORY);
            } finally {
                if (repository != null) {
                    repository.close();
                }
            }
        }
    }

    private FetchedCommit fetch(
            Repository repository, FetchGuard guard, Dial dial, @Nullable Revision revision, Predicate<CommitId> wanted)
            throws IOException, URISyntaxException {
        try (Transport transport = dial.open(repository)) {
            transport.setDepth(1);
            transport.setTagOpt(TagOpt.NO_TAGS);
            transport.setTimeout(SILENCE_SECONDS);
            transport.setObjectChecker(new InflatedBytes(limits.maxTotalBytes(), guard));
            if (transport instanceof TransportHttp http) {
                http.setHttpConnectionFactory(guard.connections());
            }
            try (FetchConnection connection = open(transport, guard, RefChoice.patterns(revision))) {
                Ref ref = RefChoice.choose(connection, revision, () -> open(transport, guard, "refs/heads/"));
                CommitId commit = new CommitId(RefChoice.target(ref).name());
                boolean fetch = wanted.test(commit);
                if (fetch) {
                    receive(connection, guard, ref, revision);
                }
                return new FetchedCommit(repository, commit, RefChoice.label(ref), fetch, limits);
            }
        }
    }

    private static FetchConnection open(Transport transport, FetchGuard guard, String... patterns) {
        try {
            return transport.openFetch(List.of(), patterns);
        } catch (IOException e) {
            throw GitProblems.translate(guard, e, ErrorCode.NOT_A_GIT_REPOSITORY);
        }
    }

    private static void receive(FetchConnection connection, FetchGuard guard, Ref ref, @Nullable Revision revision) {
        try {
            connection.fetch(guard.monitor(), List.of(ref), Set.of());
        } catch (TransportException | OutOfMemoryError e) {
            boolean mayBeUnknown = revision != null && CommitId.matches(revision.name());
            throw GitProblems.translate(
                    guard, e, mayBeUnknown ? ErrorCode.REVISION_NOT_FOUND : ErrorCode.CORRUPT_REPOSITORY);
        }
    }
}
