package dev.caffeinecode.generate;

import dev.caffeinecode.docs.citation.SnapshotArchives;
import dev.caffeinecode.docs.export.Exports;
import dev.caffeinecode.docs.export.WikiExport;
import dev.caffeinecode.docs.page.Page;
import dev.caffeinecode.docs.page.Pages;
import dev.caffeinecode.docs.run.Run;
import dev.caffeinecode.docs.run.RunId;
import dev.caffeinecode.docs.run.RunProgress;
import dev.caffeinecode.docs.run.RunState;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.queue.Outbox;
import dev.caffeinecode.platform.scratch.ScratchSpace;
import dev.caffeinecode.platform.step.Claim;
import dev.caffeinecode.platform.step.StepRunner;
import dev.caffeinecode.platform.telemetry.LogKeys;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Puts the pages of a run together into the wiki that people take away. */
@Singleton
class AssembleStep implements StepRunner.Work {
    private static final Logger LOG = LoggerFactory.getLogger(AssembleStep.class);

    private final RunSubject.Finder subjects;
    private final RunProgress progress;
    private final Pages pages;
    private final Exports exports;
    private final SnapshotArchives archives;
    private final ScratchSpace scratch;
    private final Outbox outbox;

    AssembleStep(
            RunSubject.Finder subjects,
            RunProgress progress,
            Pages pages,
            Exports exports,
            SnapshotArchives archives,
            ScratchSpace scratch,
            Outbox outbox) {
        this.subjects = subjects;
        this.progress = progress;
        this.pages = pages;
        this.exports = exports;
        this.archives = archives;
        this.scratch = scratch;
        this.outbox = outbox;
    }

    @Override
    public void run(Claim claim) {
        RunSubject subject = subjects.get(new RunId(claim.id()));
        try (ScratchSpace.Directory directory = scratch.create("assemble")) {
            Path zip = directory.path().resolve("wiki.zip");
            try (OutputStream out = Files.newOutputStream(zip)) {
                export(subject).write(out, page -> text(subject, page), archives.sources(subject.snapshot()));
            }
            exports.put(subject.run(), zip);
        } catch (IOException e) {
            throw new ProblemException(ErrorCode.INTERNAL, "scratch space failed", e);
        }
        outbox.commit(_ -> {
            claim.finish();
            progress.move(subject.run().id(), RunState.COMPLETED);
            return claim;
        });
        LOG.atInfo().addKeyValue(LogKeys.RUN_ID, subject.run().id()).log("run completed");
    }

    private WikiExport export(RunSubject subject) {
        Run run = subject.run();
        WikiExport.About about = new WikiExport.About(
                subject.repository().name(),
                subject.repository().url(),
                subject.snapshot().commit().hex(),
                run.template() + " " + run.templateVersion(),
                run.model().toString());
        return new WikiExport(about, pages.ofRun(run.id()));
    }

    private String text(RunSubject subject, Page page) {
        return pages.text(subject.repository().id(), Objects.requireNonNull(page.inputDigest()));
    }

    @Override
    public void giveUp(Claim claim, ProblemException why) {
        outbox.commit(_ -> {
            claim.finish();
            progress.fail(new RunId(claim.id()), why);
            return claim;
        });
    }
}
