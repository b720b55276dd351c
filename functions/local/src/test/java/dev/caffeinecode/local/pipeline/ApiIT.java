package dev.caffeinecode.local.pipeline;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.caffeinecode.local.json.Json;
import dev.caffeinecode.testing.CapturedLog;
import dev.caffeinecode.testing.GitFixture;
import io.micronaut.json.tree.JsonNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** The REST surface, through the handler and with the events of API Gateway. */
class ApiIT {
    private static final Installation INSTALLATION = Installation.create();
    private static final String NOBODY = UUID.randomUUID().toString();

    @TempDir
    private Path directory;

    @AfterAll
    static void close() {
        INSTALLATION.close();
    }

    @BeforeEach
    void empty() {
        INSTALLATION.environment().execute("DELETE FROM repository; DELETE FROM step");
        INSTALLATION.environment().drain("clone");
    }

    private static String token(String secret, String issuer, String audience, String subject, long expiresIn)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience(audience)
                        .subject(subject)
                        .expirationTime(Date.from(Instant.now().plusSeconds(expiresIn)))
                        .build());
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    private static void assertProblem(Installation.Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.text("type")).isEqualTo("/problems/" + code);
        assertThat(answer.number("status")).isEqualTo(status);
        assertThat(answer.text("title")).isNotBlank();
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
    }

    private String add(String url) {
        Installation.Answer added = INSTALLATION.post("/api/repos", Map.of("url", url));
        assertThat(added.status()).isEqualTo(202);
        return added.text("id");
    }

    @Test
    void healthIsOpenToEverybody() {
        Installation.Answer health = INSTALLATION.call("GET", "/api/health", null, null);

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.text("status")).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/repos",
                "POST /api/repos",
                "GET /api/repos/x",
                "DELETE /api/repos/x",
                "POST /api/repos/x/sync",
                "POST /api/repos/x/runs",
                "GET /api/runs",
                "GET /api/runs/x",
                "POST /api/runs/x/cancel",
                "GET /api/runs/x/export",
                "GET /api/runs/x/pages",
                "GET /api/pages/x",
                "GET /api/prompt-templates",
                "GET /api/prompt-templates/technical-wiki"
            })
    void everythingElseNeedsAToken(String request) {
        String[] parts = request.split(" ", 2);
        String body = parts[0].equals("POST") ? "{}" : null;

        assertProblem(INSTALLATION.call(parts[0], parts[1], body, null), 401, "unauthorized");
    }

    @ParameterizedTest
    @CsvSource({
        "another secret of at least thirty-two characters, caffeinecode-local, caffeinecode-api, 60",
        "a secret of at least thirty-two characters, somebody-else, caffeinecode-api, 60",
        "a secret of at least thirty-two characters, caffeinecode-local, another-api, 60",
        "a secret of at least thirty-two characters, caffeinecode-local, caffeinecode-api, -3600"
    })
    void tokenMustBeOursAndAlive(String secret, String issuer, String audience, long expiresIn) throws JOSEException {
        String token = token(secret, issuer, audience, "local-user", expiresIn);

        assertProblem(INSTALLATION.call("GET", "/api/repos", null, token), 401, "unauthorized");
    }

    @Test
    void unsignedTokenIsRefused() {
        String none = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJsb2NhbC11c2VyIiwiaXNzIjoiY2FmZmVpbmVjb2RlLWxvY2FsIn0.";

        assertProblem(INSTALLATION.call("GET", "/api/repos", null, none), 401, "unauthorized");
    }

    @Test
    void othersRepositoriesAreNotThere() throws JOSEException {
        String id = add(Shop.create(directory.resolve("shop")).directory().toString());
        String other = token(Installation.SECRET, "caffeinecode-local", "caffeinecode-api", "somebody", 60);

        assertProblem(INSTALLATION.call("GET", "/api/repos/" + id, null, other), 404, "no_such_repository");
        assertProblem(INSTALLATION.call("DELETE", "/api/repos/" + id, null, other), 404, "no_such_repository");
        assertProblem(INSTALLATION.call("POST", "/api/repos/" + id + "/runs", "{}", other), 404, "no_such_repository");
        assertThat(INSTALLATION
                        .call("GET", "/api/repos", null, other)
                        .at("repositories")
                        .size())
                .isZero();
    }

    @Test
    void addingTwiceGivesTheSameRepository() {
        String path = Shop.create(directory.resolve("shop")).directory().toString();

        assertThat(add(path)).isEqualTo(add(path + "/"));
        assertThat(INSTALLATION.environment().drain("clone")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|400|invalid_url",
                "{\"url\":null}|400|invalid_url",
                "{\"url\":7}|400|invalid_url",
                "{\"url\":[\"x\"]}|400|invalid_url",
                "{\"url\":\"\"}|400|invalid_url",
                "{\"url\":\"--upload-pack=x\"}|400|invalid_url",
                "{\"url\":\"https://github.com/LONG\"}|400|url_too_long",
                "{\"url\":\"ftp://github.com/x\"}|422|scheme_not_allowed",
                "{\"url\":\"http://github.com/x\"}|422|scheme_not_allowed",
                "{\"url\":\"ext::sh -c id\"}|422|scheme_not_allowed",
                "{\"url\":\"git@host:x.git\"}|422|scheme_not_allowed",
                "{\"url\":\"https://user:secret@github.com/x\"}|422|credentials_in_url",
                "{\"url\":\"https://github.com:8443/x\"}|422|port_not_allowed",
                "{\"url\":\"https://127.0.0.1/x\"}|422|host_not_public",
                "{\"url\":\"https://169.254.169.254/latest/meta-data\"}|422|host_not_public",
                "{\"url\":\"https://[::ffff:10.0.0.1]/x\"}|422|host_not_public",
                "{\"url\":\"https://localhost/x\"}|422|host_not_public",
                "{\"url\":\"https://github.com/x\",\"revision\":\"-x\"}|400|invalid_revision",
                "{\"url\":\"https://github.com/x\",\"revision\":\"a..b\"}|400|invalid_revision"
            })
    void badUrlIsRefusedWithTheReason(String body, int status, String code) {
        String request = body.replace("LONG", "x".repeat(10 << 10));

        assertProblem(INSTALLATION.call("POST", "/api/repos", request, Installation.userToken()), status, code);

        assertThat(INSTALLATION.environment().query("SELECT id FROM repository"))
                .isEmpty();
        assertThat(INSTALLATION.environment().drain("clone")).isEmpty();
    }

    @Test
    void credentialsInAUrlAreNeitherLoggedNorRepeated() {
        try (CapturedLog log = CapturedLog.start()) {
            Installation.Answer answer =
                    INSTALLATION.post("/api/repos", Map.of("url", "https://user:s3cr3t@github.com/x"));

            assertThat(answer.body().toString()).doesNotContain("s3cr3t");
            assertThat(log.lines()).noneMatch(line -> line.contains("s3cr3t"));
        }
    }

    @Test
    void pathsThatWereLeftOutAreCounted() {
        GitFixture git = GitFixture.create(directory.resolve("shop"));
        git.commitEmptyFiles(".git", "kept");

        String id = INSTALLATION.document(git.directory().toString());

        Installation.Answer repository = INSTALLATION.get("/api/repos/" + id);
        assertThat(repository.text("state")).isEqualTo("cloned");
        assertThat(repository.number("snapshot", "files")).isEqualTo(1);
        assertThat(repository.number("snapshot", "rejectedPaths")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null", "\"https://github.com/x\""})
    void bodyThatIsNoObjectIsRefused(String body) {
        Installation.Answer answer = INSTALLATION.call("POST", "/api/repos", body, Installation.userToken());

        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.text("code")).isIn("invalid_request", "invalid_url", "invalid_json");
        assertThat(answer.text("detail")).doesNotContain("jackson", "Exception");
    }

    @Test
    void listsComeInPages() {
        Set<String> added = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            added.add(add("https://github.com/owner/repository-" + i));
        }
        Set<String> listed = new HashSet<>();
        Installation.Answer page = INSTALLATION.get("/api/repos?limit=2");
        while (true) {
            for (JsonNode repository : page.at("repositories").values()) {
                listed.add(Json.text(repository, "id"));
            }
            if (page.text("next").isEmpty()) {
                break;
            }
            page = INSTALLATION.get("/api/repos?limit=2&after=" + page.text("next"));
        }

        assertThat(listed).isEqualTo(added);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "x", "99999999999"})
    void limitIsChecked(String limit) {
        assertProblem(INSTALLATION.get("/api/repos?limit=" + limit), 400, "invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/repos/NOBODY, no_such_repository",
        "GET, /api/repos/x, no_such_repository",
        "GET, /api/repos/%2e%2e, no_such_repository",
        "GET, /api/repos/..%2fpages, no_such_repository",
        "POST, /api/repos/NOBODY/sync, no_such_repository",
        "POST, /api/repos/NOBODY/runs, no_such_repository",
        "GET, /api/runs/NOBODY, no_such_run",
        "GET, /api/runs/x, no_such_run",
        "POST, /api/runs/NOBODY/cancel, no_such_run",
        "GET, /api/runs/NOBODY/pages, no_such_run",
        "GET, /api/runs/NOBODY/export, no_such_run",
        "GET, /api/pages/NOBODY, no_such_page",
        "GET, /api/pages/..%2fx, no_such_page",
        "GET, /api/pages/%2e%2e%2frepos, no_such_page",
        "GET, /api/prompt-templates/none, no_such_prompt_template",
        "GET, /api/nothing, no_such_resource"
    })
    void whatIsNotThereIsSaidSo(String method, String path, String code) {
        @Nullable String body = method.equals("POST") ? "{}" : null;

        assertProblem(
                INSTALLATION.call(method, path.replace("NOBODY", NOBODY), body, Installation.userToken()), 404, code);
    }

    @Test
    void postWithoutABodyAsksForTheDefaults() {
        String id = INSTALLATION.document(
                Shop.create(directory.resolve("shop")).directory().toString());

        assertThat(INSTALLATION
                        .call("POST", "/api/repos/" + id + "/runs", null, Installation.userToken())
                        .status())
                .isEqualTo(202);
        assertThat(INSTALLATION
                        .call("POST", "/api/repos/" + id + "/sync", "", Installation.userToken())
                        .status())
                .isEqualTo(202);
    }

    @Test
    void runNeedsASnapshotThatIsIndexed() {
        String id = add(Shop.create(directory.resolve("shop")).directory().toString());

        assertProblem(INSTALLATION.post("/api/repos/" + id + "/runs", Map.of()), 409, "snapshot_not_ready");
    }

    @ParameterizedTest
    @CsvSource({"template, nonsense, 404, no_such_prompt_template", "provider, nonsense, 400, invalid_request"})
    void runIsAskedForWithWhatThereIs(String field, String value, int status, String code) {
        String id = INSTALLATION.document(
                Shop.create(directory.resolve("shop")).directory().toString());

        assertProblem(INSTALLATION.post("/api/repos/" + id + "/runs", Map.of(field, value)), status, code);
    }

    @Test
    void pagesAreShownAsATreeAndOneByOne() {
        String id = INSTALLATION.document(
                Shop.create(directory.resolve("shop")).directory().toString());
        String run = INSTALLATION.post("/api/repos/" + id + "/runs", Map.of()).text("id");
        assertProblem(INSTALLATION.get("/api/runs/" + run + "/export"), 409, "run_not_completed");
        INSTALLATION.work();

        JsonNode root =
                INSTALLATION.get("/api/runs/" + run + "/pages").at("pages").get(0);
        assertThat(Json.find(root, "children").orElseThrow().size()).isPositive();
        Installation.Answer page = INSTALLATION.get("/api/pages/" + Json.text(root, "id"));
        assertThat(page.text("markdown")).contains("Sells things to people.", "source:README.md#L");
        assertThat(page.at("citations").size()).isPositive();
    }

    @Test
    void unchangedRunIsNotSentAgain() {
        String id = INSTALLATION.document(
                Shop.create(directory.resolve("shop")).directory().toString());
        String run = INSTALLATION.post("/api/repos/" + id + "/runs", Map.of()).text("id");
        String tag =
                String.valueOf(INSTALLATION.get("/api/runs/" + run).headers().get("ETag"));
        Map<String, String> known = Map.of("Authorization", "Bearer " + Installation.userToken(), "If-None-Match", tag);

        assertThat(INSTALLATION.send("GET", "/api/runs/" + run, known, null).status())
                .isEqualTo(304);
        INSTALLATION.work();
        assertThat(INSTALLATION.send("GET", "/api/runs/" + run, known, null).status())
                .isEqualTo(200);
    }

    @Test
    void failureOfACloneIsShownWithWhatToDo() {
        String id = INSTALLATION.document(directory.resolve("nothing").toString());

        Installation.Answer repository = INSTALLATION.get("/api/repos/" + id);
        assertThat(repository.text("state")).isEqualTo("failed");
        assertThat(repository.text("problem", "code")).isEqualTo("not_a_git_repository");
        assertThat(repository.text("problem", "detail")).isNotBlank();
    }

    @Test
    void failedRepositoryIsSyncedWhenTheReasonIsGone() {
        Path path = directory.resolve("later");
        String id = INSTALLATION.document(path.toString());
        Shop.create(path);

        Installation.Answer synced = INSTALLATION.post("/api/repos/" + id + "/sync", Map.of());
        assertThat(synced.status()).isEqualTo(202);
        INSTALLATION.work();

        assertThat(INSTALLATION.get("/api/repos/" + id).text("snapshot", "state"))
                .isEqualTo("indexed");
    }

    @Test
    void deletedRepositoryLeavesNothing() {
        String id = INSTALLATION.document(
                Shop.create(directory.resolve("shop")).directory().toString());
        assertThat(INSTALLATION.environment().objectKeys()).anyMatch(key -> key.contains(id));

        assertThat(INSTALLATION
                        .call("DELETE", "/api/repos/" + id, null, Installation.userToken())
                        .status())
                .isEqualTo(204);
        INSTALLATION.work();

        assertThat(INSTALLATION.environment().objectKeys()).noneMatch(key -> key.contains(id));
        assertThat(INSTALLATION.environment().query("SELECT id FROM snapshot")).isEmpty();
        assertProblem(INSTALLATION.get("/api/repos/" + id), 404, "no_such_repository");
    }

    @Test
    void templatesAreListedAndShown() {
        assertThat(INSTALLATION
                        .get("/api/prompt-templates")
                        .at("promptTemplates")
                        .size())
                .isEqualTo(2);
        assertThat(INSTALLATION.get("/api/prompt-templates/technical-wiki").text("system"))
                .isNotBlank();
    }
}
