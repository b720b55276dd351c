package dev.caffeinecode.local.cli;

import dev.caffeinecode.local.json.Json;
import dev.caffeinecode.testing.ChildJvm;
import dev.caffeinecode.testing.GitFixture;
import dev.caffeinecode.testing.GitServer;
import dev.caffeinecode.testing.TestCloud;
import io.micronaut.json.tree.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The command in a process of its own, as a person runs it. */
@Timeout(300)
class CaffeineIT {
    @TempDir
    private Path directory;

    private GitFixture git;

    @BeforeEach
    void repository() {
        git = GitFixture.create(directory.resolve("git/shop"))
                .file("README.md", "# Shop\n\nSells things.\n")
                .file("shop.py", "def sell(thing):\n    \"\"\"Sells a thing.\"\"\"\n    return thing\n");
        git.commit("Sell things");
    }

    private record Ended(int code, List<String> output) {}

    private Ended run(Map<String, String> environment, Object... arguments) throws IOException, InterruptedException {
        try (ChildJvm jvm = start(environment, arguments)) {
            List<String> output = jvm.readAll();
            return new Ended(jvm.exitCode(), output);
        }
    }

    private ChildJvm start(Map<String, String> environment, Object... arguments) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("CAFFEINE_CACHE_DIRECTORY", TestCloud.cache().toString());
        List<Object> all = new ArrayList<>(List.of(arguments));
        if (all.contains("document") || all.contains("serve")) {
            all.addAll(List.of("--data", directory.resolve("data")));
        }
        return ChildJvm.start(Caffeine.class, variables, all.toArray(Object[]::new));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(folder::relativize).toList();
        }
    }

    @Test
    void documentsAPath() throws IOException, InterruptedException {
        Path out = directory.resolve("wiki");

        Ended ended = run(Map.of(), "document", git.directory(), "--out", out);

        assertThat(ended.code()).isZero();
        assertThat(ended.output()).anyMatch(line -> line.startsWith("Wiki") && line.endsWith("README.md"));
        assertThat(files(out)).contains(Path.of("README.md"), Path.of("source/shop.py"));
        assertThat(out.resolve("README.md")).content().contains("Sells things.");
        WikiCheck check = WikiCheck.of(out);
        assertThat(check.broken()).isEmpty();
        assertThat(check.citations()).isPositive();
    }

    @Test
    void showsTheGraphOfAPath() throws IOException, InterruptedException {
        git.file("till.py", "from shop import sell\n\n\ndef ring(thing):\n    return sell(thing)\n")
                .commit("Ring");

        Ended text = run(Map.of(), "graph", git.directory());
        Ended json = run(Map.of(), "graph", "--json", git.directory());

        assertThat(text.code()).isZero();
        assertThat(text.output()).anyMatch(line -> line.startsWith("3 files, 2 symbols"));
        assertThat(text.output()).anyMatch(line -> line.contains("shop.sell") && line.endsWith("shop.py:1"));
        JsonNode graph = Json.read(String.join("", json.output()).getBytes(StandardCharsets.UTF_8));
        assertThat(Json.text(graph, "name")).isEqualTo("shop");
        assertThat(Json.number(graph, "symbols")).isEqualTo(2);
        assertThat(Json.number(graph, "references")).isPositive();
    }

    @Test
    void graphOfNoRepositorySaysWhatIsWrong() throws IOException, InterruptedException {
        assertThat(run(Map.of(), "graph", directory.resolve("nowhere")).code()).isEqualTo(2);
        assertThat(run(Map.of(), "graph", Files.createDirectory(directory.resolve("empty")))
                        .code())
                .isEqualTo(1);
    }

    @Test
    void documentsAUrlThatTheSettingsAllow() throws IOException, InterruptedException {
        try (GitServer server = GitServer.serve(directory.resolve("git"))) {
            String url = server.url("shop");
            String authority = String.valueOf(URI.create(url).getAuthority());
            Path out = directory.resolve("wiki");

            assertThat(run(Map.of(), "document", url, "--out", out).code()).isEqualTo(1);
            Ended ended = run(Map.of("CAFFEINE_CLONE_URLS_PRIVATE_HOSTS", authority), "document", url, "--out", out);

            assertThat(ended.code()).isZero();
            assertThat(out.resolve("README.md")).exists();
        }
    }

    @Test
    void wrongUseIsTwo() throws IOException, InterruptedException {
        assertThat(run(Map.of(), "document").code()).isEqualTo(2);
        assertThat(run(Map.of(), "bake").code()).isEqualTo(2);
        assertThat(run(Map.of(), "document", directory.resolve("nothing")).code())
                .isEqualTo(2);
        assertThat(run(Map.of(), "document", git.directory(), "--nonsense").code())
                .isEqualTo(2);
    }

    @Test
    void failureIsOneAndFoldersOfOthersAreLeftAlone() throws IOException, InterruptedException {
        Path out = Files.createDirectory(directory.resolve("mine"));
        Files.writeString(out.resolve("diary.txt"), "private");

        assertThat(run(Map.of(), "document", git.directory(), "--out", out).code())
                .isEqualTo(2);
        Path empty = Files.createDirectory(directory.resolve("empty"));
        assertThat(run(Map.of(), "document", empty, "--out", directory.resolve("wiki"))
                        .code())
                .isEqualTo(1);
        assertThat(files(out)).containsExactly(Path.of("diary.txt"));
        assertThat(directory.resolve("wiki")).doesNotExist();
    }

    @Test
    void interruptLeavesNothingRunning() throws IOException, InterruptedException {
        try (ChildJvm jvm = start(Map.of(), "serve", "--port", 0)) {
            jvm.readLine();
            List<ProcessHandle> children = jvm.descendants();
            assertThat(children).isNotEmpty();

            jvm.interrupt();

            assertThat(jvm.exitCode()).isEqualTo(130);
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
        assertThat(run(Map.of(), "document", git.directory(), "--out", directory.resolve("wiki"))
                        .code())
                .isZero();
    }
}
