package dev.caffeinecode.local.pipeline;

import dev.caffeinecode.testing.GitFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** A run from its request to its wiki, whatever the queue does to its messages. */
class RunIT {
    private static final Installation INSTALLATION = Installation.create();

    @TempDir
    private Path directory;

    private GitFixture git;
    private String repository;

    @AfterAll
    static void close() {
        INSTALLATION.close();
    }

    @BeforeEach
    void cloneAndIndex() {
        git = Shop.create(directory.resolve("shop"));
        repository = INSTALLATION.document(directory.resolve("shop").toString());
    }

    private String start() {
        return INSTALLATION.post("/api/repos/" + repository + "/runs", Map.of()).text("id");
    }

    private Installation.Answer run(String id) {
        return INSTALLATION.get("/api/runs/" + id);
    }

    private static List<String> query(String sql, String run) {
        return INSTALLATION.environment().query(sql.formatted(run));
    }

    private static void assertNothingIsLeft() {
        assertThat(INSTALLATION.environment().query("SELECT type FROM step")).isEmpty();
        assertThat(INSTALLATION.environment().query("SELECT queue FROM outbox")).isEmpty();
        for (String queue : List.of("clone", "index", "generate")) {
            assertThat(INSTALLATION.environment().drainDeadLetters(queue)).isEmpty();
        }
    }

    @Test
    void writesEveryPageAndExportsThem() {
        String id = start();
        INSTALLATION.work();

        Installation.Answer run = run(id);
        assertThat(run.text("state")).isEqualTo("completed");
        assertThat(run.text("outcome")).isEqualTo("complete");
        assertThat(run.number("pages", "planned")).isGreaterThanOrEqualTo(3);
        assertThat(run.number("pages", "outlined")).isEqualTo(run.number("pages", "planned"));
        assertThat(run.number("citations", "resolved")).isPositive();
        assertThat(run.number("citations", "removed")).isZero();
        assertThat(INSTALLATION.get("/api/runs/" + id + "/export").text("url")).contains(id);
        assertNothingIsLeft();
    }

    @Test
    void messagesThatComeTwiceAndInDisorderChangeNothing() {
        for (int seed = 0; seed < 5; seed++) {
            INSTALLATION.environment().execute("DELETE FROM run; DELETE FROM page_content");
            String id = start();
            INSTALLATION.work(Installation.unruly(3, seed));

            assertThat(run(id).text("state")).isEqualTo("completed");
            assertThat(query("SELECT state FROM page WHERE run_id = '%s' AND state <> 'outlined'", id))
                    .isEmpty();
            assertThat(query("SELECT count(*) FROM page_content", id))
                    .isEqualTo(query("SELECT count(*) FROM page WHERE run_id = '%s'", id));
            assertNothingIsLeft();
        }
    }

    @Test
    void repositoriesWhoseMessagesComeTwiceAndInDisorderAreDocumentedOnce() {
        for (int seed = 0; seed < 3; seed++) {
            List<String> others = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Path path = directory.resolve("shop-" + seed + "-" + i);
                Shop.create(path);
                others.add(INSTALLATION
                        .post("/api/repos", Map.of("url", path.toString()))
                        .text("id"));
            }
            INSTALLATION.work(Installation.unruly(3, seed));

            assertThat(others).allSatisfy(this::isClonedAndIndexedOnce);
            assertNothingIsLeft();
        }
    }

    /** As the repository that no message came twice for. */
    private void isClonedAndIndexedOnce(String other) {
        Installation.Answer shown = INSTALLATION.get("/api/repos/" + other);
        assertThat(shown.text("state")).isEqualTo("cloned");
        assertThat(shown.text("snapshot", "state")).isEqualTo("indexed");
        assertThat(shown.number("snapshot", "symbols"))
                .isEqualTo(INSTALLATION.get("/api/repos/" + repository).number("snapshot", "symbols"));
        assertThat(query("SELECT id FROM snapshot WHERE repository_id = '%s'", other))
                .hasSize(1);
        assertThat(objectsOf(other)).isEqualTo(objectsOf(repository));
        assertThat(searchable(other)).isEqualTo(searchable(repository)).isNotEmpty();
    }

    private static List<String> searchable(String repository) {
        return query("SELECT digest || path FROM chunk_place WHERE repository_id = '%s' ORDER BY number", repository);
    }

    private static long objectsOf(String id) {
        return INSTALLATION.environment().objectKeys().stream()
                .filter(key -> key.contains(id))
                .count();
    }

    @Test
    void messagesThatComeAgainAfterSuccessChangeNothing() {
        List<String> keys = INSTALLATION.environment().objectKeys();
        String before = INSTALLATION.get("/api/repos/" + repository).body().toString();
        String snapshot = INSTALLATION.get("/api/repos/" + repository).text("snapshot", "id");

        assertThat(INSTALLATION.deliver("clone", List.of(message("clone", repository))))
                .isEmpty();
        assertThat(INSTALLATION.deliver("index", List.of(message("index", snapshot))))
                .isEmpty();
        INSTALLATION.work();

        assertThat(INSTALLATION.environment().objectKeys()).isEqualTo(keys);
        assertThat(INSTALLATION.get("/api/repos/" + repository).body().toString())
                .isEqualTo(before);
        assertNothingIsLeft();
    }

    private static String message(String type, String id) {
        return "{\"version\":1,\"type\":\"" + type + "\",\"id\":\"" + id + "\"}";
    }

    @Test
    void sameInputsAreNotWrittenAgain() {
        start();
        INSTALLATION.work();
        List<String> contents = INSTALLATION.environment().query("SELECT digest FROM page_content ORDER BY digest");

        String second = start();
        INSTALLATION.work();

        Installation.Answer run = run(second);
        assertThat(run.number("pages", "reused")).isEqualTo(run.number("pages", "planned"));
        assertThat(INSTALLATION.environment().query("SELECT digest FROM page_content ORDER BY digest"))
                .isEqualTo(contents);
    }

    @Test
    void oneChangedFileLeavesOtherPagesAsTheyAre() {
        start();
        INSTALLATION.work();
        git.file("web/app.ts", "/** Draws it all. */\nexport function draw(): void {}\n")
                .commit("Draw it all");

        INSTALLATION.post("/api/repos/" + repository + "/sync", Map.of());
        INSTALLATION.work();
        String second = start();
        INSTALLATION.work();

        Installation.Answer run = run(second);
        assertThat(run.text("state")).isEqualTo("completed");
        assertThat(run.number("pages", "reused")).isBetween(1L, run.number("pages", "planned") - 1);
    }

    @Test
    void credentialsAreNotShownAndPagesSayThatTheyWereMasked() {
        String token = "ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789";
        git.file("shop/bank.py", "def pay():\n    \"\"\"Pays with " + token + ".\"\"\"\n")
                .file("pyproject.toml", "[project]\nname = \"shop\"\ndescription = \"Uses " + token + "\"\n")
                .commit("Leak a token");
        INSTALLATION.post("/api/repos/" + repository + "/sync", Map.of());
        INSTALLATION.work();

        String id = start();
        INSTALLATION.work();

        List<Installation.Answer> pages = query("SELECT id FROM page WHERE run_id = '%s'", id).stream()
                .map(page -> INSTALLATION.get("/api/pages/" + page))
                .toList();
        assertThat(pages).allSatisfy(page -> assertThat(page.text("markdown")).doesNotContain("ghp"));
        assertThat(pages)
                .filteredOn(page -> page.text("markdown").contains("secret removed"))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(page.number("secretsMasked")).isPositive());
        assertThat(INSTALLATION.environment().query("SELECT summary FROM page_content WHERE summary LIKE '%ghp%'"))
                .isEmpty();
    }

    @Test
    void sameRequestWhileARunIsUnderWayIsThatRun() {
        assertThat(start()).isEqualTo(start());
        INSTALLATION.work();
        assertThat(INSTALLATION.environment().query("SELECT id FROM run WHERE repository_id = '" + repository + "'"))
                .hasSize(1);
    }

    @Test
    void cancelledRunWritesNoMore() {
        String id = start();
        INSTALLATION.step(bodies -> bodies); // the plan
        assertThat(run(id).text("outcome")).isEmpty();
        assertThat(INSTALLATION.post("/api/runs/" + id + "/cancel", Map.of()).text("state"))
                .isEqualTo("cancelled");

        INSTALLATION.work();

        assertThat(run(id).text("state")).isEqualTo("cancelled");
        assertThat(query("SELECT id FROM page WHERE run_id = '%s' AND state IN ('written', 'outlined')", id))
                .isEmpty();
        assertNothingIsLeft();
        assertThat(INSTALLATION.post("/api/runs/" + id + "/cancel", Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    void messageThatGotLostIsSentAgainByTheSweep() {
        String id = start();
        INSTALLATION.environment().drain("generate");
        INSTALLATION.environment().execute("UPDATE step SET lease_until = now() - interval '1 second'");

        INSTALLATION.sweep();
        INSTALLATION.work();

        assertThat(run(id).text("state")).isEqualTo("completed");
    }

    @Test
    void workOfADeadWorkerIsTakenOver() {
        String id = start();
        INSTALLATION.environment().drain("generate");
        // as a worker leaves it that was killed after its claim
        INSTALLATION
                .environment()
                .execute("UPDATE step SET claimed = true, attempts = 1, lease_until = now() - interval '1 second'");

        INSTALLATION.sweep();
        INSTALLATION.work();

        assertThat(run(id).text("state")).isEqualTo("completed");
        assertNothingIsLeft();
    }

    @Test
    void pageThatKillsEveryWorkerIsOutlinedAndTheRunGoesOn() {
        String id = start();
        INSTALLATION.step(bodies -> bodies);
        INSTALLATION
                .environment()
                .execute(
                        "UPDATE step SET attempts = 5 WHERE type = 'page' AND id = (SELECT id FROM page WHERE run_id = '"
                                + id + "' AND state = 'ready' ORDER BY slug LIMIT 1)");

        INSTALLATION.work();

        assertThat(run(id).text("state")).isEqualTo("completed");
        assertThat(query("SELECT error_code FROM page WHERE run_id = '%s' AND error_code IS NOT NULL", id))
                .containsExactly("step_crashed");
        assertNothingIsLeft();
    }

    @Test
    void whatIsNoMessageIsParkedAtOnce() {
        List<String> bodies = List.of("{}", "no JSON", "{\"version\":1,\"type\":\"bake\",\"id\":\"x\"}");

        assertThat(INSTALLATION.deliver("generate", bodies)).isEmpty();

        assertThat(INSTALLATION.environment().drainDeadLetters("generate")).containsExactlyInAnyOrderElementsOf(bodies);
    }

    @Test
    void messageOfADeletedRunIsDone() {
        start();
        List<String> messages = INSTALLATION.environment().drain("generate");
        assertThat(INSTALLATION
                        .call("DELETE", "/api/repos/" + repository, null, Installation.userToken())
                        .status())
                .isEqualTo(204);

        assertThat(INSTALLATION.deliver("generate", messages)).isEmpty();
        INSTALLATION.work();

        assertThat(INSTALLATION.environment().objectKeys()).noneMatch(key -> key.contains(repository));
    }
}
