package dev.caffeinecode.generate;

import dev.caffeinecode.ai.Asking;
import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.Provider;
import dev.caffeinecode.ai.calls.Asker;
import dev.caffeinecode.ai.calls.ModelCalls;
import dev.caffeinecode.ai.spend.Ledger;
import dev.caffeinecode.docs.outline.OutlineWriter;
import dev.caffeinecode.docs.page.Page;
import dev.caffeinecode.docs.page.PageContent;
import dev.caffeinecode.docs.page.PageId;
import dev.caffeinecode.docs.page.PageState;
import dev.caffeinecode.docs.page.Pages;
import dev.caffeinecode.docs.prompt.ModelWriter;
import dev.caffeinecode.docs.write.Draft;
import dev.caffeinecode.docs.write.PageEditor;
import dev.caffeinecode.docs.write.PageWriter;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.Failure;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.step.Claim;
import dev.caffeinecode.platform.step.StepRunner;
import dev.caffeinecode.platform.telemetry.LogKeys;
import dev.caffeinecode.repository.RepositoryId;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Writes one page. What was written from the same inputs before is taken as it is; a page that a model cannot write is
 * outlined from facts, and only when that fails too is it failed.
 */
@Singleton
class PageStep implements StepRunner.Work {
    private static final Logger LOG = LoggerFactory.getLogger(PageStep.class);

    /** What would fail every other page in the same way. */
    private static final Set<ErrorCode> CONCERN_THE_RUN =
            EnumSet.of(ErrorCode.MODEL_ACCESS_DENIED, ErrorCode.MODEL_NOT_CONFIGURED, ErrorCode.MODEL_REQUEST_REFUSED);

    private final PageTasks tasks;
    private final OutlineWriter outlines;
    private final ModelWriter models;
    private final PageEditor editor;
    private final ModelCalls calls;
    private final Ledger ledger;
    private final Pages pages;
    private final PageEnd end;

    PageStep(
            PageTasks tasks,
            OutlineWriter outlines,
            ModelWriter models,
            PageEditor editor,
            ModelCalls calls,
            Ledger ledger,
            Pages pages,
            PageEnd end) {
        this.tasks = tasks;
        this.outlines = outlines;
        this.models = models;
        this.editor = editor;
        this.calls = calls;
        this.ledger = ledger;
        this.pages = pages;
        this.end = end;
    }

    @Override
    public void run(Claim claim) {
        Page page = pages.startWriting(new PageId(claim.id()));
        ledger.loseOpen(claim.id()); // of workers before, who died while a model was at it
        PageTasks.Prepared prepared = tasks.prepare(page);
        ModelId model = prepared.task().model();
        boolean outline = model.provider() == Provider.OUTLINE;
        write(claim, page, prepared, outline ? outlines : models, model, null);
    }

    /** @param failure why the page is not written by the model that was to write it; null when it is */
    private void write(
            Claim claim,
            Page page,
            PageTasks.Prepared prepared,
            PageWriter writer,
            ModelId model,
            @Nullable Failure failure) {
        RepositoryId repository = prepared.subject().repository().id();
        Draft draft = writer.draft(prepared.task());
        PageState state = model.provider() == Provider.OUTLINE ? PageState.OUTLINED : PageState.WRITTEN;
        Optional<PageContent> known = pages.findContent(repository, draft.inputDigest());
        if (known.isPresent()) {
            end.finish(claim, page, repository, null, new Pages.Ending(state, draft.inputDigest(), true, failure));
            return;
        }
        switch (draft.write(asking(claim, page))) {
            case Draft.Written.Text text -> {
                PageEditor.Edited edited =
                        editor.edit(prepared.task(), prepared.sources(), draft.inputDigest(), model, text);
                claim.requireHeld();
                pages.putText(repository, draft.inputDigest(), edited.markdown());
                log(page, edited.content());
                end.finish(
                        claim,
                        page,
                        repository,
                        edited.content(),
                        new Pages.Ending(state, draft.inputDigest(), false, failure));
            }
            case Draft.Written.Unusable unusable ->
                write(
                        claim,
                        page,
                        prepared,
                        outlines,
                        ModelId.OUTLINE,
                        new Failure(ErrorCode.MODEL_ANSWER_UNUSABLE, unusable.why()));
        }
    }

    private Asking asking(Claim claim, Page page) {
        Asker asker = new Asker(claim, page.run().value());
        return (model, prompt) -> calls.ask(asker, model, prompt);
    }

    private static void log(Page page, PageContent content) {
        LOG.atInfo()
                .addKeyValue(LogKeys.RUN_ID, page.run())
                .addKeyValue(LogKeys.PAGE_ID, page.id())
                .addKeyValue(LogKeys.MODEL, content.model())
                .addKeyValue(LogKeys.TOKENS_IN, content.tokensIn())
                .addKeyValue(LogKeys.TOKENS_OUT, content.tokensOut())
                .log("page written");
    }

    @Override
    public void giveUp(Claim claim, ProblemException why) {
        Page page = pages.find(new PageId(claim.id())).orElse(null);
        if (page == null) {
            end.abandon(claim);
        } else if (CONCERN_THE_RUN.contains(why.code())) {
            end.failRun(claim, page, why);
        } else {
            outlineInstead(claim, page, why);
        }
    }

    private void outlineInstead(Claim claim, Page page, ProblemException why) {
        Failure failure = Failure.of(why);
        try {
            Page writing = pages.startWriting(page.id()); // its workers may have died before they came to that
            write(claim, writing, tasks.prepare(writing), outlines, ModelId.OUTLINE, failure);
        } catch (ProblemException e) {
            if (e.code() == ErrorCode.CLAIM_LOST) {
                throw e;
            }
            end.fail(claim, page, failure);
        } catch (RuntimeException
                | StackOverflowError
                | LinkageError e) { // the page may be what kills every attempt; the run goes on without it
            LOG.atError().setCause(e).addKeyValue(LogKeys.PAGE_ID, page.id()).log("page cannot be outlined");
            end.fail(claim, page, failure);
        }
    }
}
