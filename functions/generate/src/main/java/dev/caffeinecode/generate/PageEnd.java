package dev.caffeinecode.generate;

import dev.caffeinecode.ai.spend.Ledger;
import dev.caffeinecode.docs.page.Page;
import dev.caffeinecode.docs.page.PageContent;
import dev.caffeinecode.docs.page.PageState;
import dev.caffeinecode.docs.page.Pages;
import dev.caffeinecode.docs.run.RunProgress;
import dev.caffeinecode.docs.run.RunState;
import dev.caffeinecode.docs.run.Runs;
import dev.caffeinecode.platform.problem.Failure;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.queue.Outbox;
import dev.caffeinecode.platform.step.Claim;
import dev.caffeinecode.platform.step.Steps;
import dev.caffeinecode.repository.RepositoryId;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Ends a page, in one transaction with what its end makes possible: its parent's page, or the assembly of the run. */
@Singleton
class PageEnd {
    private final Pages pages;
    private final Ledger ledger;
    private final RunProgress progress;
    private final Steps steps;
    private final Outbox outbox;

    PageEnd(Pages pages, Ledger ledger, RunProgress progress, Steps steps, Outbox outbox) {
        this.pages = pages;
        this.ledger = ledger;
        this.progress = progress;
        this.steps = steps;
        this.outbox = outbox;
    }

    /** @param content to record; null when it is recorded already or there is none */
    void finish(Claim claim, Page page, RepositoryId repository, @Nullable PageContent content, Pages.Ending ending) {
        outbox.commit(outgoing -> {
            claim.finish();
            ledger.free(page.run().value(), page.id().value());
            if (content != null) {
                pages.record(repository, content);
            }
            goOn(outgoing, page, pages.finish(page, ending));
            return page;
        });
    }

    /** Ends a page without a text; the run goes on. */
    void fail(Claim claim, Page page, Failure failure) {
        outbox.commit(outgoing -> {
            claim.finish();
            ledger.free(page.run().value(), page.id().value());
            goOn(outgoing, page, pages.finish(page, new Pages.Ending(PageState.FAILED, null, false, failure)));
            return page;
        });
    }

    private void goOn(Outbox.Outgoing outgoing, Page page, Pages.Next next) {
        switch (next) {
            case Pages.Next.Nothing _ -> {
                // siblings go on
            }
            case Pages.Next.PageReady ready ->
                steps.add(outgoing, Runs.GENERATE_QUEUE, Runs.PAGE, ready.page().value());
            case Pages.Next.AllDone _ -> {
                progress.move(page.run(), RunState.ASSEMBLING);
                steps.add(
                        outgoing, Runs.GENERATE_QUEUE, Runs.ASSEMBLE, page.run().value());
            }
        }
    }

    /** Ends the whole run for a reason that every page shares. */
    void failRun(Claim claim, Page page, ProblemException why) {
        outbox.commit(_ -> {
            claim.finish();
            progress.fail(page.run(), why);
            return page;
        });
    }

    /** Ends a step whose page is deleted. */
    void abandon(Claim claim) {
        outbox.commit(_ -> {
            claim.finish();
            return claim;
        });
    }
}
