package dev.caffeinecode.docs.page;

import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.Provider;
import dev.caffeinecode.ai.TokenUsage;
import dev.caffeinecode.ai.spend.Ledger;
import dev.caffeinecode.ai.spend.Reservation;
import dev.caffeinecode.docs.DocsDatabase;
import dev.caffeinecode.docs.citation.Citation;
import dev.caffeinecode.docs.plan.Brief;
import dev.caffeinecode.docs.plan.PageKind;
import dev.caffeinecode.docs.plan.PlannedPage;
import dev.caffeinecode.docs.run.Run;
import dev.caffeinecode.docs.run.RunProgress;
import dev.caffeinecode.docs.run.RunState;
import dev.caffeinecode.docs.run.RunTotals;
import dev.caffeinecode.docs.run.Runs;
import dev.caffeinecode.docs.verify.Figures;
import dev.caffeinecode.identity.AccountId;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.Failure;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.queue.Outbox;
import dev.caffeinecode.platform.step.Steps;
import dev.caffeinecode.repository.RepositoryId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PagesIT {
    private static final DocsDatabase DATABASE = new DocsDatabase(Map.of());
    private static final ModelId SONNET = new ModelId(Provider.BEDROCK, "eu.anthropic.claude-sonnet-5-5");

    private final Pages pages = DATABASE.bean(Pages.class);
    private final Runs runs = DATABASE.bean(Runs.class);
    private final RunProgress progress = DATABASE.bean(RunProgress.class);
    private final Outbox outbox = DATABASE.bean(Outbox.class);
    private final Steps steps = DATABASE.bean(Steps.class);
    private final AccountId owner = DATABASE.account();
    private final RepositoryId repository = DATABASE.repository(owner, "indexed");
    private final Run run = runs.create(owner, repository, new Runs.Request(null, "bedrock", null, null));

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static PlannedPage planned(String slug, PlannedPage... children) {
        Brief brief = new Brief("src", List.of(slug + ".py", "\u00e9.py"), List.of());
        return new PlannedPage(slug, "Title of " + slug, PageKind.MODULE, brief, List.of(children));
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call)
                .extracting(ProblemException::code)
                .isEqualTo(code);
    }

    /** As the plan step ends. */
    private List<PageId> plan(PlannedPage root) {
        return outbox.commit(outgoing -> {
            progress.move(run.id(), RunState.PLANNING);
            progress.move(run.id(), RunState.WRITING);
            List<PageId> ready = pages.plan(run.id(), root);
            steps.addAll(
                    outgoing,
                    Runs.GENERATE_QUEUE,
                    Runs.PAGE,
                    ready.stream().map(PageId::value).toList());
            return ready;
        });
    }

    private Page page(String slug) {
        return pages.ofRun(run.id()).stream()
                .filter(page -> page.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static Pages.Ending written(String digest) {
        return new Pages.Ending(PageState.WRITTEN, digest, false, null);
    }

    private Pages.Next finish(String slug, Pages.Ending ending) {
        Page page = pages.startWriting(page(slug).id());
        return outbox.commit(_ -> pages.finish(page, ending));
    }

    private static PageContent content(String digest) {
        return new PageContent(
                digest,
                "text-" + digest,
                "It does.",
                List.of(new Citation("src/\u00e9 x.py", 3, 9, "d")),
                2,
                1,
                new Figures(10, 11, 12, 13, 14, 15, 16, 17, 18),
                SONNET,
                1_000,
                500,
                7_000);
    }

    @Test
    void planIsStoredAndItsLeavesAreReady() {
        PlannedPage root = planned("overview", planned("start"), planned("a", planned("a/x"), planned("a/y")));

        List<PageId> ready = plan(root);

        List<Page> stored = pages.ofRun(run.id());
        assertThat(stored).extracting(Page::slug).containsExactlyInAnyOrder("overview", "start", "a", "a/x", "a/y");
        assertThat(ready)
                .containsExactlyInAnyOrder(
                        page("start").id(), page("a/x").id(), page("a/y").id());
        assertThat(page("a/x").state()).isEqualTo(PageState.READY);
        assertThat(page("a").state()).isEqualTo(PageState.WAITING);
        assertThat(page("a").parent()).isEqualTo(page("overview").id());
        assertThat(page("a").brief()).isEqualTo(root.children().get(1).brief());
        assertThat(page("overview").parent()).isNull();
        assertThat(pages.childrenOf(page("a").id())).extracting(Page::slug).containsExactly("a/x", "a/y");
        assertThat(page("a/y").ordinal()).isEqualTo(1);
    }

    @Test
    void lastChildMakesItsParentReadyAndTheRootEndsAll() {
        plan(planned("overview", planned("a"), planned("b")));

        assertThat(finish("a", written("d1"))).isEqualTo(new Pages.Next.Nothing());
        assertThat(page("overview").state()).isEqualTo(PageState.WAITING);
        assertThat(finish("b", new Pages.Ending(PageState.FAILED, null, false, new Failure(ErrorCode.INTERNAL, "x"))))
                .isEqualTo(new Pages.Next.PageReady(page("overview").id()));
        assertThat(page("overview").state()).isEqualTo(PageState.READY);
        assertThat(finish("overview", written("d2"))).isEqualTo(new Pages.Next.AllDone());
        assertThat(page("b").failure()).isEqualTo(new Failure(ErrorCode.INTERNAL, "x"));
        assertThat(page("a").inputDigest()).isEqualTo("d1");
    }

    @Test
    void siblingsThatFinishAtTheSameTimeMakeTheirParentReadyOnce() throws Exception {
        int count = 24;
        plan(planned(
                "overview",
                IntStream.range(0, count).mapToObj(i -> planned("p" + i)).toArray(PlannedPage[]::new)));
        List<Callable<Pages.Next>> work = IntStream.range(0, count)
                .<Callable<Pages.Next>>mapToObj(i -> () -> finish("p" + i, written("d" + i)))
                .toList();

        List<Pages.Next> outcomes = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            for (Future<Pages.Next> outcome : executor.invokeAll(work)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes)
                .filteredOn(next -> next instanceof Pages.Next.PageReady)
                .hasSize(1);
        assertThat(page("overview").state()).isEqualTo(PageState.READY);
    }

    @Test
    void pageEndsOnce() {
        plan(planned("overview", planned("a"), planned("b")));
        Page a = pages.startWriting(page("a").id());
        Page again = pages.startWriting(a.id());
        outbox.commit(_ -> pages.finish(a, written("d")));

        refused(ErrorCode.CLAIM_LOST, () -> outbox.commit(_ -> pages.finish(again, written("d"))));
        refused(ErrorCode.CLAIM_LOST, () -> pages.startWriting(a.id()));
        assertThat(finish("b", written("d"))).isInstanceOf(Pages.Next.PageReady.class);
    }

    @Test
    void pageThatWaitsForItsChildrenIsNotWritten() {
        plan(planned("overview", planned("a")));

        refused(ErrorCode.CLAIM_LOST, () -> pages.startWriting(page("overview").id()));
    }

    @Test
    void nothingIsWrittenAfterACancel() {
        List<PageId> ready = plan(planned("overview", planned("a"), planned("b")));
        pages.startWriting(ready.getFirst());

        runs.cancel(owner, run.id());

        refused(ErrorCode.CLAIM_LOST, () -> pages.startWriting(ready.getFirst()));
        refused(ErrorCode.CLAIM_LOST, () -> pages.startWriting(ready.getLast()));
        assertThat(DATABASE.environment()
                        .query("SELECT id FROM step WHERE id IN ('" + ready.getFirst() + "', '" + ready.getLast()
                                + "', '" + run.id() + "')"))
                .isEmpty();
    }

    @Test
    void contentIsFoundByItsInputsAndKeptAsItWasFirst() {
        PageContent content = content("digest");
        pages.putText(repository, "digest", "# T\u00e9xt\n");
        pages.record(repository, content);
        pages.record(
                repository,
                new PageContent("digest", "other", "", List.of(), 0, 0, Figures.NONE, ModelId.OUTLINE, 0, 0, 0));

        assertThat(pages.findContent(repository, "digest")).contains(content);
        assertThat(pages.text(repository, "digest")).isEqualTo("# T\u00e9xt\n");
        assertThat(pages.findContent(repository, "unknown")).isEmpty();
    }

    @Test
    void contentIsNotSharedBetweenRepositories() {
        pages.record(repository, content("digest"));

        RepositoryId other = DATABASE.repository(DATABASE.account(), "indexed");

        assertThat(pages.findContent(other, "digest")).isEmpty();
        refused(ErrorCode.INTERNAL, () -> pages.text(other, "digest"));
    }

    @Test
    void totalsCountWhatThisRunPaidFor() {
        plan(planned(
                "overview",
                planned("new"),
                planned("reused"),
                planned("outlined"),
                planned("failed"),
                planned("open")));
        for (String digest : List.of("new", "reused", "outlined")) {
            pages.record(repository, content(digest));
        }
        finish("new", written("new"));
        finish("reused", new Pages.Ending(PageState.WRITTEN, "reused", true, null));
        finish("outlined", new Pages.Ending(PageState.OUTLINED, "outlined", false, null));
        finish("failed", new Pages.Ending(PageState.FAILED, null, false, new Failure(ErrorCode.INTERNAL, "x")));

        Ledger ledger = DATABASE.bean(Ledger.class);
        Reservation answered = ledger.reserve(run.id().value(), UUID.randomUUID(), run.model(), 20_000);
        ledger.settle(answered, new TokenUsage(2_000, 1_000, 0, 0), 14_000);
        ledger.reserve(run.id().value(), UUID.randomUUID(), run.model(), 9_000);

        assertThat(runs.totals(run))
                .isEqualTo(new RunTotals(
                        6, 4, 2, 1, 1, 1, 3, 6, 30, 33, 36, 39, 42, 45, 48, 51, 54, 2_000, 1_000, 14_000, 9_000, null));
        assertThat(progress.totals(run.id())).isEqualTo(runs.totals(run));
    }

    @Test
    void runWithoutPagesHasTotalsOfZero() {
        assertThat(runs.totals(run))
                .isEqualTo(new RunTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null));
    }

    @Test
    void planOfThousandsOfPagesIsStored() {
        PlannedPage[] children =
                IntStream.range(0, 3_000).mapToObj(i -> planned("p" + i)).toArray(PlannedPage[]::new);

        assertThat(plan(planned("overview", children))).hasSize(3_000);
        assertThat(pages.ofRun(run.id())).hasSize(3_001);
    }
}
