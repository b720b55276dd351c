package dev.caffeinecode.docs.page;

import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.Provider;
import dev.caffeinecode.docs.citation.Citation;
import dev.caffeinecode.docs.plan.Brief;
import dev.caffeinecode.docs.plan.PageKind;
import dev.caffeinecode.docs.plan.PlannedPage;
import dev.caffeinecode.docs.run.RunId;
import dev.caffeinecode.docs.verify.Figures;
import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.Failure;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.state.State;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.SnapshotKeys;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The pages of runs and their contents. A content is stored under the digest of its inputs, once for all runs of a
 * repository: its text in the object store first, its record in the transaction that ends the page.
 */
@Singleton
public class Pages {
    private final PageStore store;
    private final PageContentStore contents;
    private final ObjectStore objects;
    private final ObjectMapper json;
    private final Clock clock;

    Pages(PageStore store, PageContentStore contents, ObjectStore objects, ObjectMapper json, Clock clock) {
        this.store = store;
        this.contents = contents;
        this.objects = objects;
        this.json = json;
        this.clock = clock;
    }

    /** Stores a plan; called in the transaction that ends the plan step. Returns the pages that have no children. */
    public List<PageId> plan(RunId run, PlannedPage root) {
        List<PageRow> rows = new ArrayList<>();
        add(rows, run, null, 0, root);
        store.saveAll(rows);
        return rows.stream()
                .filter(row -> row.state().equals(PageState.READY.label()))
                .map(row -> new PageId(row.id()))
                .toList();
    }

    private void add(List<PageRow> rows, RunId run, @Nullable UUID parent, int ordinal, PlannedPage page) {
        UUID id = UUID.randomUUID();
        List<PlannedPage> children = page.children();
        rows.add(new PageRow(
                id,
                run.value(),
                parent,
                ordinal,
                page.slug(),
                page.title(),
                page.kind().label(),
                write(page.brief()),
                (children.isEmpty() ? PageState.READY : PageState.WAITING).label(),
                children.size(),
                null,
                false,
                null,
                null,
                clock.instant()));
        for (int i = 0; i < children.size(); i++) {
            add(rows, run, id, i, children.get(i));
        }
    }

    /** In the order of their ordinals and slugs. */
    public List<Page> ofRun(RunId run) {
        return store.ofRun(run.value()).stream().map(this::page).toList();
    }

    public List<Page> childrenOf(PageId parent) {
        return store.childrenOf(parent.value()).stream().map(this::page).toList();
    }

    public Optional<Page> find(PageId id) {
        return store.find(id.value()).map(this::page);
    }

    /**
     * Moves a page into writing.
     *
     * @throws ProblemException {@link ErrorCode#CLAIM_LOST} when it is done, or its run has ended
     */
    public Page startWriting(PageId id) {
        int moved = store.startWriting(id.value(), clock.instant(), State.before(PageState.WRITING));
        return Optional.of(id)
                .filter(_ -> moved == 1)
                .flatMap(this::find)
                .orElseThrow(() -> new ProblemException(ErrorCode.CLAIM_LOST, "page is not to be written: " + id));
    }

    /** What was written from these inputs before. */
    public Optional<PageContent> findContent(RepositoryId repository, String inputDigest) {
        return contents.find(repository.value(), inputDigest).map(this::content);
    }

    /** Keeps a text where {@link #text} finds it. Repeating it replaces the text, which readers may see at once. */
    public void putText(RepositoryId repository, String inputDigest, String markdown) {
        objects.put(
                key(repository, inputDigest),
                markdown.getBytes(StandardCharsets.UTF_8),
                "text/markdown; charset=utf-8");
    }

    /** The Markdown of a content that is recorded. */
    public String text(RepositoryId repository, String inputDigest) {
        return new String(objects.get(key(repository, inputDigest)), StandardCharsets.UTF_8);
    }

    private static String key(RepositoryId repository, String inputDigest) {
        return SnapshotKeys.repository(repository) + "pages/" + inputDigest + ".md";
    }

    /**
     * How a page ended.
     *
     * @param state {@link PageState#WRITTEN}, {@link PageState#OUTLINED} or {@link PageState#FAILED}
     * @param inputDigest of its content; null when it has none
     * @param reused whether the content was there before
     * @param failure why no model wrote it although one was to; null when there is no such reason
     */
    public record Ending(
            PageState state,
            @Nullable String inputDigest,
            boolean reused,
            @Nullable Failure failure) {}

    /** Records a content unless there is one from the same inputs; called in the transaction that ends the page. */
    public void record(RepositoryId repository, PageContent content) {
        contents.insertIfAbsent(new PageContentRow(
                content.inputDigest(),
                repository.value(),
                content.digest(),
                content.summary(),
                write(content.citations()),
                content.citations().size(),
                content.citationsRemoved(),
                content.secretsMasked(),
                content.figures().citations(),
                content.figures().identifiersResolved(),
                content.figures().identifiersUnknown(),
                content.figures().supported(),
                content.figures().unsupported(),
                content.figures().undecided(),
                content.figures().uncited(),
                content.figures().repaired(),
                content.figures().cut(),
                content.model().provider().label(),
                content.model().name(),
                content.tokensIn(),
                content.tokensOut(),
                content.costMicros(),
                clock.instant()));
    }

    /**
     * Ends a page and counts it for its parent.
     *
     * @return what is to be done next
     * @throws ProblemException {@link ErrorCode#CLAIM_LOST} when it has ended already
     */
    public Next finish(Page page, Ending ending) {
        Failure failure = ending.failure();
        int moved = store.finish(
                page.id().value(),
                ending.state().label(),
                ending.inputDigest(),
                ending.reused(),
                failure == null ? null : failure.code().label(),
                failure == null ? null : failure.detail(),
                clock.instant(),
                State.before(ending.state()));
        if (moved != 1) {
            throw new ProblemException(ErrorCode.CLAIM_LOST, "page has ended already: " + page.id());
        }
        PageId parent = page.parent();
        if (parent == null) {
            return new Next.AllDone();
        }
        boolean lastChild =
                store.countDown(parent.value(), clock.instant()).stream().anyMatch(row -> row.childrenLeft() == 0);
        return lastChild ? new Next.PageReady(parent) : new Next.Nothing();
    }

    /** What the end of a page makes possible. */
    public sealed interface Next {
        /** Siblings are still being written. */
        record Nothing() implements Next {}

        /** The parent has all its children. */
        record PageReady(PageId page) implements Next {}

        /** The root is done. */
        record AllDone() implements Next {}
    }

    private Page page(PageRow row) {
        return new Page(
                new PageId(row.id()),
                new RunId(row.runId()),
                row.parentId() == null ? null : new PageId(row.parentId()),
                row.ordinal(),
                row.slug(),
                row.title(),
                PageKind.of(row.kind()),
                read(row.brief(), Argument.of(Brief.class)),
                State.of(PageState.class, row.state()),
                row.inputDigest(),
                row.reused(),
                Failure.of(row.errorCode(), row.errorDetail()),
                row.updatedAt());
    }

    private PageContent content(PageContentRow row) {
        return new PageContent(
                row.inputDigest(),
                row.digest(),
                row.summary(),
                read(row.citations(), Argument.listOf(Citation.class)),
                row.citationsRemoved(),
                row.secretsMasked(),
                new Figures(
                        row.citationsChecked(),
                        row.identifiersResolved(),
                        row.identifiersUnknown(),
                        row.statementsSupported(),
                        row.statementsUnsupported(),
                        row.statementsUndecided(),
                        row.paragraphsUncited(),
                        row.findingsRepaired(),
                        row.statementsCut()),
                new ModelId(Provider.find(row.provider()).orElseThrow(), row.model()),
                row.tokensIn(),
                row.tokensOut(),
                row.costMicros());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new ProblemException(ErrorCode.INTERNAL, "cannot be written as JSON", e);
        }
    }

    private <T> T read(String text, Argument<T> type) {
        try {
            return json.readValue(text, type);
        } catch (IOException e) {
            throw new ProblemException(ErrorCode.INTERNAL, "stored JSON cannot be read", e);
        }
    }
}
