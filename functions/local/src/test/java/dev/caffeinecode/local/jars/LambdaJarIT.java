package dev.caffeinecode.local.jars;

import dev.caffeinecode.local.json.Json;
import dev.caffeinecode.testing.BedrockStandIn;
import dev.caffeinecode.testing.GitAnswer;
import dev.caffeinecode.testing.GitFixture;
import dev.caffeinecode.testing.GitServer;
import io.micronaut.json.tree.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class LambdaJarIT {
    private static final Logger LOG = LoggerFactory.getLogger(LambdaJarIT.class);

    /** Lambda developer guide, "Lambda quotas": deployment package, unzipped. */
    private static final long MAX_UNPACKED_BYTES = 250L << 20;

    @TempDir
    static Path directory;

    private static final BedrockStandIn BEDROCK = BedrockStandIn.start();
    private static GitServer git;
    private static PackagedInstallation installation;

    @BeforeAll
    static void start() {
        GitFixture.create(directory.resolve("git/shop"))
                .file("README.md", "# Shop\n\nSells things to people.\n")
                .file("shop/cart.py", "class Cart:\n    \"\"\"What a customer means to buy.\"\"\"\n")
                .commit("Sell things");
        git = GitServer.serve(directory.resolve("git"));
        String address = requireNonNull(URI.create(git.url("shop")).getAuthority());
        installation = new PackagedInstallation(
                directory,
                Map.of(
                        "CAFFEINE_CLONE_URLS_HTTP",
                        "true",
                        "CAFFEINE_CLONE_URLS_PRIVATE_HOSTS",
                        address + "," + address.replace("127.0.0.1", "localhost"),
                        "AWS_ENDPOINT_URL_BEDROCK_RUNTIME",
                        BEDROCK.endpoint().toString()));
    }

    @AfterAll
    static void stop() {
        installation.close();
        BEDROCK.close();
        git.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ApiFunction, org/treesitter/ lib/ org/eclipse/jgit/ dev/langchain4j/ dev/caffeinecode/clone/",
        "CloneFunction, org/treesitter/ lib/ dev/langchain4j/ dev/caffeinecode/api/ com/nimbusds/",
        "IndexFunction, org/eclipse/jgit/ dev/langchain4j/ dev/caffeinecode/api/ com/nimbusds/",
        "GenerateFunction, org/treesitter/ lib/ org/eclipse/jgit/ dev/caffeinecode/api/ com/nimbusds/",
    })
    void jarHoldsOnlyWhatItsFunctionNeeds(String function, String unneeded) throws IOException {
        LambdaJar jar = LambdaJar.of(function);
        LOG.atInfo()
                .addKeyValue("function", function)
                .addKeyValue("bytes", jar.bytes())
                .addKeyValue("unpackedBytes", jar.unpackedBytes())
                .log("packaged");

        assertThat(jar.entries())
                .contains(
                        jar.function().handler().replace('.', '/') + ".class", "application.properties", "logback.xml")
                .noneMatch(entry -> Stream.of(
                                "org/junit/",
                                "org/assertj/",
                                "org/testcontainers/",
                                "org/elasticmq/",
                                "org/gaul/",
                                "org/flywaydb/",
                                "picocli/",
                                "io/netty/",
                                "dev/caffeinecode/embedded/",
                                "dev/caffeinecode/local/",
                                "dev/caffeinecode/testing/",
                                "com/amazonaws/services/lambda/runtime/api/client/")
                        .anyMatch(entry::startsWith))
                .noneMatch(entry -> Stream.of(unneeded.split(" ")).anyMatch(entry::startsWith));
        assertThat(jar.unpackedBytes()).isLessThan(MAX_UNPACKED_BYTES);
    }

    @Test
    void grammarsAreThoseOfTheProcessorThatTheTemplateNames() throws IOException {
        List<String> natives = LambdaJar.of("IndexFunction").entries().stream()
                .filter(entry -> entry.matches("lib/.*\\.(so|dylib|dll)"))
                .toList();

        assertThat(natives).contains("lib/x86_64-linux-gnu-tree-sitter-java.so");
        assertThat(natives).allMatch(entry -> entry.startsWith("lib/x86_64-linux-gnu-"));
    }

    @Test
    void apiAnswersThatItIsWell() throws Exception {
        PackagedFunction.Init init = installation.function("ApiFunction").awaitInit();

        JsonNode response = installation.call("GET", "/api/health", "");

        assertThat(Json.number(response, "statusCode")).isEqualTo(200);
        assertThat(Json.text(PackagedInstallation.body(response), "status")).isEqualTo("ok");
        report("ApiFunction", init);
    }

    @ParameterizedTest
    @CsvSource({"CloneFunction, clone", "IndexFunction, index", "GenerateFunction, generate"})
    void messageThatNobodyCanReadIsParkedAndDone(String function, String queue) throws Exception {
        PackagedFunction.Init init = installation.function(function).awaitInit();

        JsonNode answer = installation.deliver(function, "not for us: " + function);

        assertThat(PackagedInstallation.failures(answer)).isEmpty();
        assertThat(installation.cloud().drainDeadLetters(queue)).contains("not for us: " + function);
        report(function, init);
    }

    @Test
    void sweepTakesTheEventOfItsSchedule() throws Exception {
        PackagedFunction.Init init = installation.function("SweepFunction").awaitInit();

        JsonNode answer = installation
                .function("SweepFunction")
                .invoke(Map.of(
                        "id", "53dc607b-db42-4520-a0f8-c2e0d0b0ae09",
                        "detail-type", "Scheduled Event",
                        "source", "aws.events",
                        "account", "111122223333",
                        "time", "2026-01-02T12:00:00Z",
                        "region", "eu-central-1",
                        "resources", List.of(),
                        "detail", Map.of()));

        assertThat(answer.isNull()).isTrue();
        report("SweepFunction", init);
    }

    @Test
    void messageThatFailsIsNamedInTheAnswer() throws Exception {
        git.respond("/broken/info/refs", new GitAnswer.Fixed(500, "text/plain", ""));
        installation.call("POST", "/api/repos", "{\"url\":\"" + git.url("broken") + "\"}");

        JsonNode answer = installation.deliver(
                "CloneFunction", installation.cloud().drain("clone").getLast());

        assertThat(PackagedInstallation.failures(answer)).containsExactly(PackagedInstallation.MESSAGE_ID);
    }

    /** Its addresses are pinned, by a class that the JVM finds through the jar. */
    @Test
    void repositoryIsClonedFromAServerThatHasAName() throws Exception {
        String url = git.url("shop").replace("127.0.0.1", "localhost");
        String repository = Json.text(
                PackagedInstallation.body(installation.call("POST", "/api/repos", "{\"url\":\"" + url + "\"}")), "id");
        installation.work();

        JsonNode shown = PackagedInstallation.body(installation.call("GET", "/api/repos/" + repository, ""));
        assertThat(Json.text(shown, "state")).as(shown.toString()).isEqualTo("cloned");
    }

    /** Whatever a jar lacks shows here at the latest. */
    @Test
    void repositoryIsDocumentedFromEndToEnd() throws Exception {
        JsonNode added = installation.call("POST", "/api/repos", "{\"url\":\"" + git.url("shop") + "\"}");
        assertThat(Json.number(added, "statusCode")).isEqualTo(202);
        String repository = Json.text(PackagedInstallation.body(added), "id");
        installation.work();
        JsonNode started = installation.call("POST", "/api/repos/" + repository + "/runs", "{}");
        assertThat(Json.number(started, "statusCode"))
                .as(Json.text(started, "body"))
                .isEqualTo(202);
        String run = Json.text(PackagedInstallation.body(started), "id");
        installation.work();

        JsonNode shown = PackagedInstallation.body(installation.call("GET", "/api/runs/" + run, ""));
        assertThat(Json.text(shown, "state")).isEqualTo("completed");
        assertThat(Json.number(shown, "pages", "outlined")).isPositive();
        assertThat(Json.number(shown, "pages", "failed")).isZero();
        JsonNode export = installation.call("GET", "/api/runs/" + run + "/export", "");
        assertThat(Json.number(export, "statusCode")).isEqualTo(200);
        assertThat(installation.cloud().query("SELECT count(*) FROM embedding")).isNotEqualTo(List.of("0"));
        assertThat(BEDROCK.embeddings()).isNotEmpty();
    }

    private static void report(String function, PackagedFunction.Init init) {
        LOG.atInfo()
                .addKeyValue("function", function)
                .addKeyValue("initMillis", init.wall().toMillis())
                .addKeyValue("processorMillis", init.processor().toMillis())
                .addKeyValue("residentMiB", init.residentMiB())
                .log("initialized");
    }
}
