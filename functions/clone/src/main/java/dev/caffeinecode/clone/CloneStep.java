package dev.caffeinecode.clone;

import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.scratch.ScratchSpace;
import dev.caffeinecode.platform.step.Claim;
import dev.caffeinecode.platform.step.StepRunner;
import dev.caffeinecode.platform.telemetry.LogKeys;
import dev.caffeinecode.repository.CommitId;
import dev.caffeinecode.repository.Repository;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.SnapshotKeys;
import dev.caffeinecode.repository.Snapshots;
import dev.caffeinecode.repository.archive.SourceArchiveWriter;
import dev.caffeinecode.repository.git.CloneLimits;
import dev.caffeinecode.repository.git.Deadline;
import dev.caffeinecode.repository.git.FetchedCommit;
import dev.caffeinecode.repository.url.CloneUrl;
import dev.caffeinecode.repository.url.CloneUrlParser;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Clones one repository at one commit, and hands over to the index step. A commit that is stored already is not fetched. */
@Singleton
class CloneStep implements StepRunner.Work {
    private static final Logger LOG = LoggerFactory.getLogger(CloneStep.class);

    private final Snapshots snapshots;
    private final CloneUrlParser urls;
    private final PatientFetcher fetcher;
    private final ObjectStore objects;
    private final ScratchSpace scratch;
    private final CloneLimits limits;

    CloneStep(
            Snapshots snapshots,
            CloneUrlParser urls,
            PatientFetcher fetcher,
            ObjectStore objects,
            ScratchSpace scratch,
            CloneLimits limits) {
        this.snapshots = snapshots;
        this.urls = urls;
        this.fetcher = fetcher;
        this.objects = objects;
        this.scratch = scratch;
        this.limits = limits;
    }

    @Override
    public void run(Claim claim) {
        Repository repository = snapshots.startCloning(claim);
        CloneUrl url = urls.parse(repository.url()); // the rules may have changed since it was accepted
        Deadline deadline = Deadline.in(limits.timeout(), claim::held);
        try (ScratchSpace.Directory directory = scratch.create("clone")) {
            clone(claim, repository, url, deadline, directory.path());
        } catch (IOException e) {
            throw new ProblemException(ErrorCode.INTERNAL, "scratch space failed", e);
        }
    }

    private void clone(Claim claim, Repository repository, CloneUrl url, Deadline deadline, Path directory)
            throws IOException {
        try (FetchedCommit fetched = fetcher.fetch(
                url,
                repository.revision(),
                directory,
                deadline,
                commit -> snapshots.find(repository.id(), commit).isEmpty())) {
            Optional<Snapshot> known = snapshots.find(repository.id(), fetched.commit());
            if (known.isPresent()) {
                snapshots.finishCloning(claim, known.get());
            } else {
                store(claim, repository.id(), fetched, deadline, directory);
            }
        } catch (ProblemException e) {
            claim.requireHeld(); // a lost claim ends a fetch as a deadline does
            throw e;
        }
    }

    private void store(Claim claim, RepositoryId repository, FetchedCommit fetched, Deadline deadline, Path directory)
            throws IOException {
        try (SourceArchiveWriter archive = new SourceArchiveWriter(objects, repository, fetched.commit(), directory)) {
            FetchedCommit.Walk walk = fetched.walk(deadline, archive::add);
            SourceArchiveWriter.Totals totals = archive.finish();
            LOG.atInfo()
                    .addKeyValue(LogKeys.REPOSITORY_ID, repository)
                    .addKeyValue(LogKeys.COMMIT, fetched.commit())
                    .addKeyValue(LogKeys.FILES, totals.files())
                    .addKeyValue(LogKeys.BYTES, totals.bytes())
                    .log("commit stored");
            finish(claim, repository, fetched, walk, totals);
        }
    }

    private void finish(
            Claim claim,
            RepositoryId repository,
            FetchedCommit fetched,
            FetchedCommit.Walk walk,
            SourceArchiveWriter.Totals totals) {
        Snapshot.Contents contents = new Snapshot.Contents(totals.files(), totals.bytes(), walk.rejectedPaths());
        try {
            snapshots.finishCloning(
                    claim, new Snapshots.Cloned(fetched.commit(), fetched.revision(), walk.committedAt(), contents));
        } catch (ProblemException e) {
            deleteUnlessKept(repository, fetched.commit());
            throw e;
        }
    }

    /** The repository may have been deleted meanwhile; then nobody else deletes what was just written. */
    private void deleteUnlessKept(RepositoryId repository, CommitId commit) {
        if (snapshots.repository(repository).isEmpty()) {
            objects.deletePrefix(SnapshotKeys.snapshot(repository, commit));
        }
    }

    @Override
    public void giveUp(Claim claim, ProblemException why) {
        snapshots.failCloning(claim, why);
    }
}
