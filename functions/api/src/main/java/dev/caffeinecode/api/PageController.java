package dev.caffeinecode.api;

import dev.caffeinecode.docs.citation.Citation;
import dev.caffeinecode.docs.page.Page;
import dev.caffeinecode.docs.page.PageContent;
import dev.caffeinecode.docs.page.PageId;
import dev.caffeinecode.docs.page.Pages;
import dev.caffeinecode.docs.run.Run;
import dev.caffeinecode.docs.run.Runs;
import dev.caffeinecode.identity.AccountId;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** {@code /api/pages}: the pages of a run, as a tree and one by one. */
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
class PageController {
    private final Runs runs;
    private final Pages pages;

    PageController(Runs runs, Pages pages) {
        this.runs = runs;
        this.pages = pages;
    }

    @Get("/runs/{id}/pages")
    PageTree tree(AccountId owner, String id) {
        Run run = runs.get(owner, RunController.runId(id));
        List<Page> all = pages.ofRun(run.id());
        return new PageTree(below(null, all));
    }

    private static List<Node> below(@Nullable PageId parent, List<Page> all) {
        return all.stream()
                .filter(page -> Objects.equals(page.parent(), parent))
                .map(page -> Node.of(page, below(page.id(), all)))
                .toList();
    }

    @Get("/pages/{id}")
    PageView show(AccountId owner, String id) {
        ProblemException unknown = new ProblemException(ErrorCode.NO_SUCH_PAGE, "there is no page " + id);
        Page page = pages.find(new PageId(PathIds.parse(id, ErrorCode.NO_SUCH_PAGE)))
                .orElseThrow(() -> unknown);
        Run run = owned(owner, page).orElseThrow(() -> unknown);
        Optional<PageContent> content =
                Optional.ofNullable(page.inputDigest()).flatMap(digest -> pages.findContent(run.repository(), digest));
        String text = content.map(found -> pages.text(run.repository(), found.inputDigest()))
                .orElse(null);
        return PageView.of(page, content.orElse(null), text);
    }

    private Optional<Run> owned(AccountId owner, Page page) {
        try {
            return Optional.of(runs.get(owner, page.run()));
        } catch (ProblemException e) {
            return Optional.empty(); // another owner's page is answered like one that does not exist
        }
    }

    /** @param pages the root, with the others below it; empty before the run is planned */
    @Serdeable
    record PageTree(List<Node> pages) {}

    /** A page without its text. */
    @Serdeable
    record Node(UUID id, String slug, String title, String kind, String state, List<Node> children) {
        static Node of(Page page, List<Node> children) {
            return new Node(
                    page.id().value(),
                    page.slug(),
                    page.title(),
                    page.kind().label(),
                    page.state().label(),
                    children);
        }
    }

    /**
     * A page with its text; the text is null until it is written.
     *
     * @param markdown with links {@code source:<path>#L<first>-L<last>} and {@code page:<slug>}
     */
    @Serdeable
    record PageView(
            UUID id,
            UUID runId,
            String slug,
            String title,
            String kind,
            String state,
            boolean reused,
            @Nullable String markdown,
            @Nullable List<Citation> citations,
            @Nullable Integer citationsRemoved,
            @Nullable Integer secretsMasked,
            @Nullable Quality quality,
            @Nullable Problem problem) {
        static PageView of(Page page, @Nullable PageContent content, @Nullable String markdown) {
            return new PageView(
                    page.id().value(),
                    page.run().value(),
                    page.slug(),
                    page.title(),
                    page.kind().label(),
                    page.state().label(),
                    page.reused(),
                    markdown,
                    content == null ? null : content.citations(),
                    content == null ? null : content.citationsRemoved(),
                    content == null ? null : content.secretsMasked(),
                    content == null ? null : Quality.of(content.figures()),
                    Problem.of(page.failure()));
        }
    }
}
