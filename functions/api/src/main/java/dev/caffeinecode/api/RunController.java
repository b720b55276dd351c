package dev.caffeinecode.api;

import dev.caffeinecode.docs.export.Exports;
import dev.caffeinecode.docs.run.Run;
import dev.caffeinecode.docs.run.RunId;
import dev.caffeinecode.docs.run.RunState;
import dev.caffeinecode.docs.run.RunTotals;
import dev.caffeinecode.docs.run.Runs;
import dev.caffeinecode.identity.AccountId;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.repository.RepositoryId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/** {@code /api/runs}: builds of documentation, asked for, watched and cancelled. */
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
class RunController {
    private final Runs runs;
    private final Exports exports;

    RunController(Runs runs, Exports exports) {
        this.runs = runs;
        this.exports = exports;
    }

    @Post("/repos/{id}/runs")
    HttpResponse<RunView> create(AccountId owner, String id, @Body @Nullable CreateRun request) {
        Runs.Request asked = request == null
                ? Runs.Request.DEFAULT
                : new Runs.Request(request.template(), request.provider(), request.model(), request.budgetMicros());
        Run run = runs.create(owner, RepositoryController.repositoryId(id), asked);
        return HttpResponse.<RunView>accepted(URI.create("/api/runs/" + run.id()))
                .body(view(run));
    }

    @Get("/repos/{id}/runs")
    RunList listOfRepository(
            AccountId owner, String id, @QueryValue @Nullable Integer limit, @QueryValue @Nullable String after) {
        return list(owner, RepositoryController.repositoryId(id), limit, after);
    }

    @Get("/runs")
    RunList list(AccountId owner, @QueryValue @Nullable Integer limit, @QueryValue @Nullable String after) {
        return list(owner, null, limit, after);
    }

    private RunList list(
            AccountId owner, @Nullable RepositoryId repository, @Nullable Integer limit, @Nullable String after) {
        Run last = after == null ? null : get(owner, after);
        int size = Limits.of(limit);
        List<Run> found = runs.list(owner, repository, last, size);
        String next = found.size() < size ? null : found.getLast().id().toString();
        return new RunList(found.stream().map(this::view).toList(), next);
    }

    /** Cheap to poll: unchanged since the answer with this ETag is 304. */
    @Get("/runs/{id}")
    HttpResponse<RunView> show(AccountId owner, String id, @Header(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        Run run = get(owner, id);
        RunTotals totals = runs.totals(run);
        String tag = "\"" + run.state().label() + "-" + totals.done() + "-" + totals.planned() + "-"
                + totals.costMicros() + "-" + totals.reservedMicros() + "\"";
        return tag.equals(known)
                ? HttpResponse.<RunView>notModified().header(HttpHeaders.ETAG, tag)
                : HttpResponse.ok(RunView.of(run, totals)).header(HttpHeaders.ETAG, tag);
    }

    @Post("/runs/{id}/cancel")
    RunView cancel(AccountId owner, String id) {
        return view(runs.cancel(owner, runId(id)));
    }

    /** Where the wiki can be fetched as a zip of Markdown files, for some minutes, without a token. */
    @Get("/runs/{id}/export")
    Export export(AccountId owner, String id) {
        Run run = get(owner, id);
        if (run.state() != RunState.COMPLETED) {
            throw new ProblemException(
                    ErrorCode.RUN_NOT_COMPLETED,
                    "there is an export once the run is completed; it is "
                            + run.state().label());
        }
        return new Export(exports.address(run));
    }

    private Run get(AccountId owner, String id) {
        return runs.get(owner, runId(id));
    }

    static RunId runId(String id) {
        return new RunId(PathIds.parse(id, ErrorCode.NO_SUCH_RUN));
    }

    private RunView view(Run run) {
        return RunView.of(run, runs.totals(run));
    }

    /**
     * All optional.
     *
     * @param budgetMicros in millionths of a US dollar; at it, the pages left are outlined
     */
    @Serdeable
    record CreateRun(
            @Nullable String template,
            @Nullable String provider,
            @Nullable String model,
            @Nullable Long budgetMicros) {}

    /** @param next what to give as {@code after} for the rest; null when this is all */
    @Serdeable
    record RunList(List<RunView> runs, @Nullable String next) {}

    /** @param url of a zip; serves it for some minutes */
    @Serdeable
    record Export(URI url) {}
}
