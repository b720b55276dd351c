package dev.caffeinecode.testing;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class GitServerIT {
    private static final String LS_REFS = "0014command=ls-refs\n00010000";

    @TempDir
    Path directory;

    private GitFixture shop;
    private GitServer server;

    @BeforeEach
    void serve() {
        shop = GitFixture.create(directory.resolve("root/shop"));
        shop.file("src/Shop.java", "class Shop {}\n").commit("Open");
        server = GitServer.serve(directory.resolve("root"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void repositoryIsCloned() {
        Path clone = cloneFrom(server.url("shop"));

        assertThat(clone.resolve("src/Shop.java")).hasContent("class Shop {}\n");
    }

    @Test
    void bareRepositoryIsClonedToo() {
        git(
                "clone",
                "--quiet",
                "--bare",
                shop.directory().toString(),
                directory.resolve("root/bare.git").toString());

        assertThat(cloneFrom(server.url("bare.git")).resolve("src/Shop.java")).exists();
    }

    @Test
    void newerProtocolReachesGit() {
        cloneFrom(server.url("shop"));

        assertThat(server.requests()).extracting(GitRequest::protocol).containsOnly("version=2");
        assertThat(server.requests())
                .extracting(request -> request.method() + " " + request.path() + "?" + request.query())
                .contains("GET /shop/info/refs?service=git-upload-pack", "POST /shop/git-upload-pack?");
    }

    @Test
    void singleCommitIsFetchedByItsIdWithoutBlobs() {
        String first = shop.git("rev-parse", "HEAD");
        shop.file("src/Shop.java", "class Shop { int x; }\n").commit("Change");
        GitFixture empty = GitFixture.create(directory.resolve("empty"));

        empty.git("fetch", "--quiet", "--depth=1", "--filter=blob:none", server.url("shop"), first);

        assertThat(empty.git("rev-parse", "FETCH_HEAD")).isEqualTo(first);
    }

    @Test
    void compressedRequestIsUnderstood() throws Exception {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(LS_REFS.getBytes(StandardCharsets.US_ASCII));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url("shop/git-upload-pack")))
                .header("Content-Type", "application/x-git-upload-pack-request")
                .header("Content-Encoding", "gzip")
                .header("Git-Protocol", "version=2")
                .POST(BodyPublishers.ofByteArray(compressed.toByteArray()))
                .build();

        assertThat(send(request).body()).contains("refs/heads/main");
    }

    @Test
    void unknownRepositoryIsNotFound() throws Exception {
        assertThat(get("nothing/info/refs?service=git-upload-pack").statusCode())
                .isEqualTo(404);
    }

    @Test
    void filesOutsideTheRootAreNotServed() throws Exception {
        Files.writeString(directory.resolve("secret"), "secret");

        assertThat(get("%2e%2e/secret").body()).doesNotContain("secret");
    }

    @Test
    void pushIsRefused() {
        Path clone = cloneFrom(server.url("shop"));

        assertThatIllegalStateException()
                .isThrownBy(() -> Git.run(
                        Git.command(clone, List.of(), List.of("push", "--quiet", "origin", "HEAD:refs/heads/new"))));
    }

    @Test
    void untouchedServerHasNoRequests() {
        assertThat(server.requests()).isEmpty();
    }

    @Nested
    class WhenCredentialsAreRequired {
        @BeforeEach
        void require() {
            server.requireBasic("ada", "secret");
        }

        @Test
        void strangersAreRefused() throws Exception {
            HttpResponse<String> response = get("shop/info/refs?service=git-upload-pack");

            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"git\"");
        }

        @Test
        void credentialsInTheUrlLetIn() {
            String url = server.url("shop").replace("http://", "http://ada:secret@");

            assertThat(cloneFrom(url).resolve("src/Shop.java")).exists();
        }
    }

    @Nested
    class WhenTheServerMisbehaves {
        private static final String REFS = "/shop/info/refs";

        @Test
        void clientIsSentElsewhere() throws Exception {
            server.respond(REFS, new GitAnswer.Redirect(URI.create("http://169.254.169.254/")));

            HttpResponse<String> response = get("shop/info/refs?service=git-upload-pack");

            assertThat(response.statusCode()).isEqualTo(302);
            assertThat(response.headers().firstValue("Location")).contains("http://169.254.169.254/");
        }

        @Test
        void loginPageComesInPlaceOfRefs() throws Exception {
            server.respond(REFS, new GitAnswer.Fixed(200, "text/html", "<html>Log in</html>"));

            HttpResponse<String> response = get("shop/info/refs?service=git-upload-pack");

            assertThat(response.body()).isEqualTo("<html>Log in</html>");
            assertThat(response.headers().firstValue("Content-Type")).contains("text/html");
        }

        @Test
        void errorsPassAfterAWhile() throws Exception {
            server.respond(REFS, new GitAnswer.FailFirst(2, 500));

            List<Integer> statuses = List.of(
                    get("shop/info/refs?service=git-upload-pack").statusCode(),
                    get("shop/info/refs?service=git-upload-pack").statusCode(),
                    get("shop/info/refs?service=git-upload-pack").statusCode());

            assertThat(statuses).containsExactly(500, 500, 200);
        }

        @Test
        void packEndsEarly() {
            server.respond("/shop/git-upload-pack", new GitAnswer.Truncated(20));

            assertThatIllegalStateException().isThrownBy(() -> cloneFrom(server.url("shop")));
            assertThatIOException()
                    .isThrownBy(() -> send(HttpRequest.newBuilder(URI.create(server.url("shop/git-upload-pack")))
                            .header("Content-Type", "application/x-git-upload-pack-request")
                            .header("Git-Protocol", "version=2")
                            .POST(BodyPublishers.ofString(LS_REFS))
                            .build()));
        }

        @Test
        void answerDripsInAByteAtATime() throws Exception {
            server.respond(REFS, new GitAnswer.Drip(Duration.ofMinutes(1)));
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(server.url("shop/info/refs?service=git-upload-pack")))
                    .build();

            try (HttpClient http = HttpClient.newHttpClient()) {
                InputStream body =
                        http.send(request, BodyHandlers.ofInputStream()).body();

                assertThat(body.read()).isEqualTo('0');
                assertThat(body.available()).isZero();
                server.close();
            }
        }
    }

    private Path cloneFrom(String url) {
        Path target = directory.resolve("clone");
        git("clone", "--quiet", url, target.toString());
        return target;
    }

    private void git(String... arguments) {
        Git.run(Git.command(directory, List.of(), List.of(arguments)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server.url(path))).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
