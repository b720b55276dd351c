package dev.caffeinecode.api;

import dev.caffeinecode.identity.AccountId;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.repository.Repositories;
import dev.caffeinecode.repository.Repository;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.Revision;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.Snapshots;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /api/repos}: the caller's repositories. */
@Controller("/api/repos")
@Secured(SecurityRule.IS_AUTHENTICATED)
class RepositoryController {
    private final Repositories repositories;
    private final Snapshots snapshots;

    RepositoryController(Repositories repositories, Snapshots snapshots) {
        this.repositories = repositories;
        this.snapshots = snapshots;
    }

    @Post
    HttpResponse<RepositoryView> create(AccountId owner, @Body CreateRepository request) {
        Repository repository = repositories.add(owner, request.urlText(), revision(request.revision()));
        return HttpResponse.<RepositoryView>accepted(location(repository)).body(view(repository));
    }

    @Get
    RepositoryList list(AccountId owner, @QueryValue @Nullable Integer limit, @QueryValue @Nullable String after) {
        Repository last = after == null ? null : get(owner, after);
        int size = Limits.of(limit);
        List<Repository> found = repositories.list(owner, last, size);
        String next = found.size() < size ? null : found.getLast().id().toString();
        return new RepositoryList(found.stream().map(this::view).toList(), next);
    }

    @Get("/{id}")
    RepositoryView show(AccountId owner, String id) {
        return view(get(owner, id));
    }

    @Post("/{id}/sync")
    HttpResponse<RepositoryView> sync(AccountId owner, String id, @Body @Nullable SyncRepository request) {
        Revision revision = request == null ? null : revision(request.revision());
        Repository repository = repositories.sync(owner, repositoryId(id), revision);
        return HttpResponse.<RepositoryView>accepted(location(repository)).body(view(repository));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(AccountId owner, String id) {
        repositories.delete(owner, repositoryId(id));
    }

    private Repository get(AccountId owner, String id) {
        return repositories.get(owner, repositoryId(id));
    }

    static RepositoryId repositoryId(String id) {
        return new RepositoryId(PathIds.parse(id, ErrorCode.NO_SUCH_REPOSITORY));
    }

    private static @Nullable Revision revision(@Nullable String name) {
        return name == null ? null : new Revision(name);
    }

    private static URI location(Repository repository) {
        return URI.create("/api/repos/" + repository.id());
    }

    private RepositoryView view(Repository repository) {
        Optional<Snapshot> latest = Optional.ofNullable(repository.latest()).flatMap(snapshots::find);
        return RepositoryView.of(repository, latest.map(SnapshotView::of).orElse(null));
    }

    /** @param url taken as any JSON, so that what is not a string is answered like any other bad URL */
    @Serdeable
    record CreateRepository(
            @Nullable JsonNode url, @Nullable String revision) {
        @Nullable
        String urlText() {
            if (url == null || url.isNull()) {
                return null;
            }
            if (!url.isString()) {
                throw new ProblemException(
                        ErrorCode.INVALID_URL, "the URL is a string such as https://host/owner/name");
            }
            return url.getStringValue();
        }
    }

    /** @param revision null for the default branch */
    @Serdeable
    record SyncRepository(@Nullable String revision) {}

    /** @param next what to give as {@code after} for the rest; null when this is all */
    @Serdeable
    record RepositoryList(
            List<RepositoryView> repositories, @Nullable String next) {}

    /** A repository as clients see it; {@code state} is a label. */
    @Serdeable
    record RepositoryView(
            UUID id,
            String url,
            String name,
            String state,
            @Nullable String revision,
            @Nullable SnapshotView snapshot,
            @Nullable Problem problem,
            Instant createdAt,
            Instant updatedAt) {
        static RepositoryView of(Repository repository, @Nullable SnapshotView snapshot) {
            return new RepositoryView(
                    repository.id().value(),
                    repository.url(),
                    repository.name(),
                    repository.state().label(),
                    repository.revision() == null ? null : repository.revision().name(),
                    snapshot,
                    Problem.of(repository.failure()),
                    repository.createdAt(),
                    repository.updatedAt());
        }
    }

    /** The snapshot that was cloned last; {@code symbols}, {@code lines} and {@code language} once it is indexed. */
    @Serdeable
    record SnapshotView(
            UUID id,
            String commit,
            String revision,
            Instant committedAt,
            String state,
            int files,
            long bytes,
            int rejectedPaths,
            @Nullable Integer symbols,
            @Nullable Long lines,
            @Nullable String language,
            @Nullable Problem problem) {
        static SnapshotView of(Snapshot snapshot) {
            Snapshot.Index index = snapshot.index();
            return new SnapshotView(
                    snapshot.id().value(),
                    snapshot.commit().hex(),
                    snapshot.revision(),
                    snapshot.committedAt(),
                    snapshot.state().label(),
                    snapshot.contents().files(),
                    snapshot.contents().bytes(),
                    snapshot.contents().rejectedPaths(),
                    index == null ? null : index.symbols(),
                    index == null ? null : index.lines(),
                    index == null ? null : index.language(),
                    Problem.of(snapshot.failure()));
        }
    }
}
