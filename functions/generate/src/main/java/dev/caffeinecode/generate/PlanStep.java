package dev.caffeinecode.generate;

import dev.caffeinecode.ai.LanguageModels;
import dev.caffeinecode.ai.Provider;
import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.docs.page.PageId;
import dev.caffeinecode.docs.page.Pages;
import dev.caffeinecode.docs.plan.PagePlanner;
import dev.caffeinecode.docs.plan.PlannedPage;
import dev.caffeinecode.docs.run.RunId;
import dev.caffeinecode.docs.run.RunProgress;
import dev.caffeinecode.docs.run.RunState;
import dev.caffeinecode.docs.run.Runs;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.queue.Outbox;
import dev.caffeinecode.platform.step.Claim;
import dev.caffeinecode.platform.step.StepRunner;
import dev.caffeinecode.platform.step.Steps;
import dev.caffeinecode.platform.telemetry.LogKeys;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/** Decides which pages a run has and queues those that need no other. */
@Singleton
class PlanStep implements StepRunner.Work {
    private static final Logger LOG = LoggerFactory.getLogger(PlanStep.class);

    private final RunSubject.Finder subjects;
    private final SnapshotGraphs graphs;
    private final PagePlanner planner;
    private final LanguageModels models;
    private final RunProgress progress;
    private final Pages pages;
    private final Entrances entrances;
    private final Steps steps;
    private final Outbox outbox;

    PlanStep(
            RunSubject.Finder subjects,
            SnapshotGraphs graphs,
            PagePlanner planner,
            LanguageModels models,
            RunProgress progress,
            Pages pages,
            Entrances entrances,
            Steps steps,
            Outbox outbox) {
        this.subjects = subjects;
        this.graphs = graphs;
        this.planner = planner;
        this.models = models;
        this.progress = progress;
        this.pages = pages;
        this.entrances = entrances;
        this.steps = steps;
        this.outbox = outbox;
    }

    @Override
    public void run(Claim claim) {
        RunId id = new RunId(claim.id());
        progress.move(id, RunState.PLANNING);
        RunSubject subject = subjects.get(id);
        if (subject.run().model().provider() != Provider.OUTLINE) {
            models.get(subject.run().model()); // refuses the run now rather than each of its pages
        }
        CodeGraph graph = graphs.of(subject.snapshot());
        PlannedPage root = planner.plan(graph, subject.repository().name());
        LOG.atInfo()
                .addKeyValue(LogKeys.RUN_ID, id)
                .addKeyValue(LogKeys.COUNT, root.count())
                .log("run planned");
        outbox.commit(outgoing -> {
            claim.finish();
            progress.move(id, RunState.WRITING);
            List<PageId> ready = pages.plan(id, root);
            entrances.keepMoney(subject.run());
            steps.addAll(
                    outgoing,
                    Runs.GENERATE_QUEUE,
                    Runs.PAGE,
                    ready.stream().map(PageId::value).toList());
            return ready;
        });
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
