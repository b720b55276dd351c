package dev.caffeinecode.local.cli;

import dev.caffeinecode.local.json.Json;
import io.micronaut.json.tree.JsonNode;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Takes a repository from its URL to a wiki on disk, by calls of the API. */
final class Documentation {
    private static final long POLL_MILLIS = 150;
    private static final Set<String> AT_REST = Set.of("cloned", "failed");
    private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");

    private final ApiClient client;
    private final Progress progress;
    private volatile @Nullable String run;

    Documentation(ApiClient client, Progress progress) {
        this.client = client;
        this.progress = progress;
    }

    /**
     * What is to be documented, and how; null stands for the default.
     *
     * @param location URL, or path from the root on
     * @param out folder for the wiki
     */
    record Request(
            String location,
            @Nullable String revision,
            @Nullable String template,
            @Nullable String provider,
            @Nullable String model,
            @Nullable Long budgetMicros,
            @Nullable Path out) {}

    /** What came of it, in words. */
    record Result(String summary) {}

    Result write(Request request) throws IOException, InterruptedException, CommandFailedException {
        long start = System.nanoTime();
        JsonNode repository = cloneAndIndex(request);
        JsonNode ended = generate(Json.text(repository, "id"), request);
        Path folder = export(repository, request);
        double seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 1_000.0;
        return new Result(Summary.of(folder, ended, seconds));
    }

    private JsonNode cloneAndIndex(Request request) throws IOException, InterruptedException, CommandFailedException {
        progress.begin("clone");
        Map<String, Object> body = new HashMap<>();
        put(body, "revision", request.revision());
        Map<String, Object> creation = new HashMap<>(body);
        creation.put("url", request.location());
        JsonNode repository = client.post("/api/repos", creation);
        String path = "/api/repos/" + Json.text(repository, "id");
        if (AT_REST.contains(Json.text(repository, "state")) || !sameRevision(repository, request)) {
            repository = client.post(path + "/sync", body);
        }
        while (!AT_REST.contains(Json.text(repository, "state"))) {
            repository = poll(path);
            progress.show(Json.text(repository, "state"));
        }
        requireNoProblem(repository);
        progress.end(files(repository));
        return index(path, repository);
    }

    /** A clone that is under way may be of another revision; then the service says that it is busy. */
    private static boolean sameRevision(JsonNode repository, Request request) {
        return Json.text(repository, "revision").equals(request.revision() == null ? "" : request.revision());
    }

    private static String files(JsonNode repository) {
        return String.format(
                Locale.ROOT,
                "%,d files at %s %.12s",
                Json.number(repository, "snapshot", "files"),
                Json.text(repository, "snapshot", "revision"),
                Json.text(repository, "snapshot", "commit"));
    }

    private JsonNode index(String path, JsonNode cloned)
            throws IOException, InterruptedException, CommandFailedException {
        progress.begin("index");
        JsonNode repository = cloned;
        while (!Set.of("indexed", "failed").contains(Json.text(repository, "snapshot", "state"))) {
            repository = poll(path);
            progress.show(Json.text(repository, "snapshot", "state"));
        }
        requireNoProblem(Json.find(repository, "snapshot").orElse(repository));
        progress.end(String.format(
                Locale.ROOT,
                "%,d lines, %,d symbols",
                Json.number(repository, "snapshot", "lines"),
                Json.number(repository, "snapshot", "symbols")));
        return repository;
    }

    private JsonNode generate(String repository, Request request)
            throws IOException, InterruptedException, CommandFailedException {
        progress.begin("pages");
        Map<String, Object> body = new HashMap<>();
        put(body, "template", request.template());
        put(body, "provider", request.provider());
        put(body, "model", request.model());
        put(body, "budgetMicros", request.budgetMicros());
        JsonNode current = client.post("/api/repos/" + repository + "/runs", body);
        String id = Json.text(current, "id");
        run = id;
        while (!ENDED.contains(Json.text(current, "state"))) {
            current = poll("/api/runs/" + id);
            progress.show(pages(current));
        }
        requireNoProblem(current);
        if (!Json.text(current, "state").equals("completed")) {
            throw new CommandFailedException("the run was cancelled");
        }
        progress.end(pages(current));
        if (Json.number(current, "pages", "failed") == Json.number(current, "pages", "planned")) {
            throw new CommandFailedException("no page could be written; the log says why");
        }
        return current;
    }

    private static String pages(JsonNode run) {
        long planned = Json.number(run, "pages", "planned");
        return planned == 0
                ? Json.text(run, "state")
                : Json.number(run, "pages", "done") + "/" + planned + " " + Json.text(run, "state");
    }

    private Path export(JsonNode repository, Request request)
            throws IOException, InterruptedException, CommandFailedException {
        Path folder = request.out() != null
                ? request.out()
                : Path.of("caffeine-docs", WikiFolder.safeName(Json.text(repository, "name")));
        JsonNode export = client.get("/api/runs/" + run + "/export");
        Path zip = Files.createTempFile("caffeine-", ".zip");
        try {
            client.download(URI.create(Json.text(export, "url")), zip);
            WikiFolder.replace(folder, zip);
        } finally {
            Files.deleteIfExists(zip);
        }
        return folder;
    }

    private JsonNode poll(String path) throws IOException, InterruptedException, CommandFailedException {
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        return client.get(path);
    }

    private static void requireNoProblem(JsonNode subject) throws CommandFailedException {
        Optional<JsonNode> problem = Json.find(subject, "problem");
        if (problem.isPresent()) {
            throw new CommandFailedException(Sentences.ofProblem(problem.get()));
        }
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    /** Ends the run that is under way: whoever interrupts the command does not want to pay for the rest. */
    void cancel() {
        String current = run;
        if (current == null) {
            return;
        }
        try {
            client.post("/api/runs/" + current + "/cancel", Map.of());
        } catch (IOException | CommandFailedException e) {
            // it has ended, or the service is gone already
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
