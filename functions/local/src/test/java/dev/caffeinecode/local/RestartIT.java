package dev.caffeinecode.local;

import dev.caffeinecode.local.json.Json;
import dev.caffeinecode.testing.BedrockStandIn;
import dev.caffeinecode.testing.Behaviour;
import dev.caffeinecode.testing.GitFixture;
import io.micronaut.json.tree.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole process is killed in each step of a run, and started again on the same data. */
@Timeout(300)
class RestartIT {
    private static final int PAGES_AT_ONCE =
            Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    @TempDir
    private Path directory;

    private Path largeRepository() {
        GitFixture git =
                GitFixture.create(directory.resolve("large")).file("README.md", "# Large\n\nHas many parts.\n");
        for (int part = 0; part < 12; part++) {
            for (int file = 0; file < 60; file++) {
                git.file("part%d/file%d.py".formatted(part, file), """
                        class Part%1$dFile%2$d:
                            \"""Is one of many.\"""

                            def method(self, value):
                                \"""Does what %1$d does.\"""
                                return value + %2$d
                        """.formatted(part, file)
                        .repeat(8));
            }
        }
        git.commit("Have many parts");
        return git.directory();
    }

    private static Map<String, String> environment(BedrockStandIn bedrock) {
        return Map.of(
                "AWS_ENDPOINT_URL_BEDROCK_RUNTIME", bedrock.endpoint().toString(),
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "CAFFEINE_MODELS_PROVIDER", "bedrock");
    }

    private static boolean is(JsonNode node, String state, String... path) {
        return state.equals(Json.text(node, path));
    }

    @Test
    void runCompletesAndNothingIsDoneTwice() throws Exception {
        try (BedrockStandIn bedrock = BedrockStandIn.start()) {
            bedrock.script(_ -> true, new Behaviour.Slow(Duration.ofMillis(150), new Behaviour.Page()));
            Path data = directory.resolve("data");
            Map<String, String> environment = environment(bedrock);

            ServedProcess process = ServedProcess.start(data, environment);
            String repository = "/repos/"
                    + Json.text(
                            process.post(
                                    "/repos", Map.of("url", largeRepository().toString())),
                            "id");
            process.await(repository, answer -> is(answer, "cloning", "state"));
            process.kill();

            process = ServedProcess.start(data, environment);
            process.await(repository, answer -> is(answer, "indexing", "snapshot", "state"));
            process.kill();

            process = ServedProcess.start(data, environment);
            process.await(repository, answer -> is(answer, "indexed", "snapshot", "state"));
            String run = "/runs/" + Json.text(process.post(repository + "/runs", Map.of()), "id");
            process.await(run, answer -> Json.number(answer, "pages", "planned") > 0);
            process.kill();

            process = ServedProcess.start(data, environment);
            process.await(run, answer -> Json.number(answer, "pages", "done") > 3);
            process.kill();

            process = ServedProcess.start(data, environment);
            process.await(run, answer -> Set.of("assembling", "completed").contains(Json.text(answer, "state")));
            process.kill();

            process = ServedProcess.start(data, environment);
            JsonNode ended =
                    process.await(run, answer -> Set.of("completed", "failed").contains(Json.text(answer, "state")));
            assertThat(Json.text(ended, "state")).isEqualTo("completed");
            long planned = Json.number(ended, "pages", "planned");
            assertThat(Json.number(ended, "pages", "written")).isEqualTo(planned);
            assertThat(slugs(Json.find(process.get(run + "/pages"), "pages").orElseThrow(), new HashSet<>()))
                    .hasSize((int) planned);
            assertThat((long) bedrock.calls()).isBetween(planned, planned + 2L * PAGES_AT_ONCE);
            assertThat(Json.find(process.get("/runs"), "runs").orElseThrow().size())
                    .isEqualTo(1);
            process.close();
        }
    }

    /** Fails on a slug that comes twice. */
    private static Set<String> slugs(JsonNode pages, Set<String> found) {
        for (JsonNode page : pages.values()) {
            assertThat(found.add(Json.text(page, "slug"))).isTrue();
            slugs(Json.find(page, "children").orElseThrow(), found);
        }
        return found;
    }
}
