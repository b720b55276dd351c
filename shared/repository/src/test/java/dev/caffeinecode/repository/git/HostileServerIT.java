package dev.caffeinecode.repository.git;

import com.sun.net.httpserver.HttpServer;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.repository.url.CloneUrlRules;
import dev.caffeinecode.testing.GitAnswer;
import dev.caffeinecode.testing.GitServer;
import dev.caffeinecode.testing.Patience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

class HostileServerIT extends ServedRepository {
    private static final String REFS = "/shop/info/refs";
    private static final String PACK = "/shop/git-upload-pack";
    private static final String ADVERTISEMENT = "application/x-git-upload-pack-advertisement";

    private String head;

    @BeforeEach
    void commit() {
        head = shop.file("src/Shop.java", "class Shop {}\n".repeat(100)).commit("Open");
    }

    /** Gives up after the time, or when the result is not wanted any more. */
    private ProblemException refusalWithin(Duration time, AtomicBoolean wanted) {
        return Fetches.refusal(() -> fetches.fetch(url, null, Fetches.LIMITS, Deadline.in(time, wanted::get)));
    }

    @ParameterizedTest
    @CsvSource({
        "401, AUTH_REQUIRED",
        "403, AUTH_REQUIRED",
        "404, NOT_FOUND",
        "410, NOT_FOUND",
        "429, GIT_SERVER_UNAVAILABLE",
        "500, GIT_SERVER_UNAVAILABLE",
        "503, GIT_SERVER_UNAVAILABLE",
        "418, NOT_A_GIT_REPOSITORY",
        "204, NOT_A_GIT_REPOSITORY"
    })
    void statusSaysWhoHasToAct(int status, ErrorCode expected) {
        server.respond(REFS, new GitAnswer.Fixed(status, "text/plain", "secret"));

        ProblemException refusal = fetches.refusal(url, null);

        assertThat(refusal.code()).isEqualTo(expected);
        assertThat(refusal.detail()).doesNotContain("secret");
    }

    @Test
    void repositoryThatNeedsALoginIsNotClonedAndNoneIsSent() {
        server.requireBasic("ada", "secret");

        assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.AUTH_REQUIRED);
        assertThat(server.requests())
                .allMatch(request -> request.authorization().isEmpty());
    }

    @Test
    void pageInPlaceOfRefsIsNoRepositoryAndIsNotRepeated() {
        server.respond(REFS, new GitAnswer.Fixed(200, "text/html", "<html>internal-password</html>"));

        ProblemException refusal = fetches.refusal(url, null);

        assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_A_GIT_REPOSITORY);
        assertThat(refusal.detail()).doesNotContain("internal-password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "internal-password",
                "001e# service=git-upload-pack\n0000internal-password",
                "001e# service=git-upload-pack\n0000001fERR internal-password again\n0000",
                "fffffffffffffff",
                ""
            })
    void whatIsNoAdvertisementOfRefsIsNotRepeated(String body) {
        server.respond(REFS, new GitAnswer.Fixed(200, ADVERTISEMENT, body));

        ProblemException refusal = fetches.refusal(url, null);

        assertThat(refusal.code()).isIn(ErrorCode.NOT_A_GIT_REPOSITORY, ErrorCode.CORRUPT_REPOSITORY);
        assertThat(refusal.detail()).doesNotContain("internal-password");
    }

    @Test
    void machineThatListensToNobodyMayBeBackLater() {
        server.close();

        assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.GIT_SERVER_UNAVAILABLE);
    }

    @Nested
    class WhenItRedirects {
        @Test
        void otherPathOfTheSameServerIsFollowed() {
            server.respond(
                    "/old/info/refs", new GitAnswer.Redirect(URI.create(url + "/info/refs?service=git-upload-pack")));

            try (FetchedCommit fetched = fetches.fetch(server.url("old"))) {
                assertThat(fetched.commit().hex()).isEqualTo(head);
            }
        }

        @Test
        void otherServerHearsNothing() {
            try (GitServer other = GitServer.serve(directory.resolve("root"))) {
                server.respond(
                        REFS,
                        new GitAnswer.Redirect(URI.create(other.url("shop") + "/info/refs?service=git-upload-pack")));

                assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.REDIRECT_NOT_ALLOWED);
                assertThat(other.requests()).isEmpty();
            }
        }

        @Test
        void packIsNotFetchedElsewhereEither() {
            try (GitServer other = GitServer.serve(directory.resolve("root"))) {
                server.respond(PACK, new GitAnswer.Redirect(URI.create(other.url("shop") + "/git-upload-pack")));

                assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.REDIRECT_NOT_ALLOWED);
                assertThat(other.requests()).isEmpty();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://169.254.169.254/info/refs?service=git-upload-pack",
                    "https://github.com/acme/shop/info/refs?service=git-upload-pack",
                    "file:///etc/info/refs?service=git-upload-pack",
                    "ftp://127.0.0.1/info/refs?service=git-upload-pack",
                    "/nonsense"
                })
        void noOtherPlaceIsAllowed(String target) {
            server.respond(REFS, new GitAnswer.Redirect(URI.create(target)));

            assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.REDIRECT_NOT_ALLOWED);
        }

        @Test
        void circleIsLeft() {
            server.respond(REFS, new GitAnswer.Redirect(URI.create(url + "/info/refs?service=git-upload-pack")));

            assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.REDIRECT_NOT_ALLOWED);
            assertThat(server.requests()).hasSizeLessThan(20);
        }
    }

    @Nested
    class WhenItIsSlow {
        private final AtomicBoolean wanted = new AtomicBoolean(true);

        @Test
        void dripOfBytesDoesNotOutliveTheDeadline() {
            server.respond(REFS, new GitAnswer.Drip(Duration.ofMillis(50)));

            assertThat(refusalWithin(Duration.ofMillis(400), wanted).code()).isEqualTo(ErrorCode.CLONE_TIMEOUT);
        }

        @Test
        void silenceDoesNotOutliveTheDeadline() {
            server.respond(PACK, new GitAnswer.Drip(Duration.ofMinutes(10)));

            assertThat(refusalWithin(Duration.ofMillis(400), wanted).code()).isEqualTo(ErrorCode.CLONE_TIMEOUT);
        }

        @ParameterizedTest
        @ValueSource(strings = {"http", "https"})
        void connectionThatIsNeverAnsweredDoesNotOutliveTheDeadline(String scheme) throws IOException {
            try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                url = scheme + "://127.0.0.1:" + silent.getLocalPort() + "/shop";

                assertThat(refusalWithin(Duration.ofMillis(400), wanted).code()).isEqualTo(ErrorCode.CLONE_TIMEOUT);
            }
        }

        @Test
        void fetchThatIsNotWantedAnyMoreEndsAlthoughTheServerIsSilent() throws Exception {
            server.respond(PACK, new GitAnswer.Drip(Duration.ofMinutes(10)));
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<ProblemException> refusal = executor.submit(() -> refusalWithin(Duration.ofMinutes(10), wanted));
                Patience.await(server::requests, requests -> requests.size() >= 2);
                wanted.set(false);

                assertThat(refusal.get(20, TimeUnit.SECONDS).code()).isEqualTo(ErrorCode.CLONE_TIMEOUT);
            }
        }
    }

    @Nested
    class WhenThePackIsDamaged {
        @BeforeEach
        void commitWhatDoesNotCompress() {
            byte[] random = new byte[40_000];
            new Random(7).nextBytes(random);
            shop.file("random", random).commit("Add what does not compress");
        }

        private ErrorCode codeOf(UnaryOperator<byte[]> damage) {
            server.respond(PACK, new GitAnswer.DamagedPack(damage));
            return fetches.refusalCode(url);
        }

        @Test
        void soundOneIsTaken() {
            server.respond(PACK, new GitAnswer.DamagedPack(pack -> pack));

            assertThat(fetches.fetch(url).fetched()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 3, 11, 12, 150, 300, 10_000})
        void shortOneIsRefused(int bytes) {
            assertThat(codeOf(pack -> Arrays.copyOf(pack, bytes))).isEqualTo(ErrorCode.CORRUPT_REPOSITORY);
        }

        @ParameterizedTest
        @ValueSource(ints = {4_000, 20_000})
        void connectionThatEndsInItIsDamage(int bytes) {
            server.respond(PACK, new GitAnswer.Truncated(bytes));

            assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.CORRUPT_REPOSITORY);
        }

        @Test
        void answerThatEndsBeforeItIsRefused() {
            server.respond(PACK, new GitAnswer.Truncated(60));

            assertThat(fetches.refusalCode(url)).isIn(ErrorCode.CORRUPT_REPOSITORY, ErrorCode.NOT_A_GIT_REPOSITORY);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 20, 10_000})
        void oneWithAnotherByteIsRefused(int fromItsEnd) {
            assertThat(codeOf(pack -> {
                        pack[pack.length - fromItsEnd] ^= 1;
                        return pack;
                    }))
                    .isEqualTo(ErrorCode.CORRUPT_REPOSITORY);
        }

        @Test
        void oneWithBytesAfterItsEndIsRefused() {
            assertThat(codeOf(pack -> Arrays.copyOf(pack, pack.length + 1))).isEqualTo(ErrorCode.CORRUPT_REPOSITORY);
        }

        @Test
        void objectThatIsNotInItIsDamageToo() throws IOException {
            String blob = shop.git("rev-parse", "HEAD:src/Shop.java");
            Files.delete(shop.directory().resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));

            assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.CORRUPT_REPOSITORY);
        }
    }

    @Nested
    class WhenItSendsTooMuch {
        @Test
        void packOverTheLimitIsRefused() {
            byte[] random = new byte[300_000];
            new Random(7).nextBytes(random);
            shop.file("random", random).commit("Add what does not compress");
            CloneLimits small = new CloneLimits(100_000, 1 << 20, 8 << 20, 500, 20, 1 << 16, Duration.ofMinutes(1));

            assertThat(Fetches.refusal(() -> fetches.fetch(url, null, small, Deadline.in(small.timeout(), () -> true)))
                            .code())
                    .isEqualTo(ErrorCode.REPOSITORY_TOO_LARGE);
        }

        @Test
        void refsWithoutEndAreRefused() {
            StringBuilder refs = new StringBuilder("001e# service=git-upload-pack\n0000");
            refs.append(line(head + " HEAD\0shallow symref=HEAD:refs/heads/main\n"));
            for (int i = 0; i < 1_100_000; i++) {
                refs.append(line(head + " refs/heads/b" + (1_000_000 + i) + "\n"));
            }
            server.respond(
                    REFS,
                    new GitAnswer.Fixed(200, ADVERTISEMENT, refs.append("0000").toString()));

            assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.REPOSITORY_TOO_LARGE);
        }

        @Test
        void compressedRefsAreNotUnpacked() throws IOException {
            HttpServer zipping = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            zipping.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", ADVERTISEMENT);
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                exchange.sendResponseHeaders(200, 0);
                try (GZIPOutputStream gzip = new GZIPOutputStream(exchange.getResponseBody())) {
                    gzip.write("001e# service=git-upload-pack\n0000".getBytes(StandardCharsets.US_ASCII));
                }
            });
            zipping.start();
            try {
                assertThat(fetches.refusalCode(
                                "http://127.0.0.1:" + zipping.getAddress().getPort() + "/shop"))
                        .isEqualTo(ErrorCode.NOT_A_GIT_REPOSITORY);
            } finally {
                zipping.stop(0);
            }
        }

        @Test
        void packThatPromisesTooManyObjectsIsRefusedBeforeTheFirst() {
            server.respond(
                    REFS,
                    new GitAnswer.Fixed(
                            200,
                            ADVERTISEMENT,
                            "001e# service=git-upload-pack\n0000"
                                    + line(head
                                            + " HEAD\0multi_ack_detailed no-done shallow symref=HEAD:refs/heads/main\n")
                                    + line(head + " refs/heads/main\n")
                                    + "0000"));
            server.respond(
                    PACK,
                    new GitAnswer.Fixed(
                            200,
                            "application/x-git-upload-pack-result",
                            line("shallow " + head + "\n") + "0000" + line("NAK\n") + "PACK\0\0\0\2\177\177\177\177"));

            assertThat(fetches.refusalCode(url)).isEqualTo(ErrorCode.TOO_MANY_FILES);
        }

        /** As gitprotocol-common(5) frames it: length in hex, itself included. */
        private static String line(String text) {
            return "%04x%s".formatted(text.length() + 4, text);
        }
    }

    @Nested
    class WhenItsAddressIsPrivate {
        @ParameterizedTest
        @ValueSource(strings = {"127.0.0.1", "localhost"})
        void itIsNotSpokenToUnlessItsNameIsAllowed(String host) {
            CloneUrlRules strict = new CloneUrlRules(true, false, Set.of(), Set.of(), Set.of());

            ProblemException refusal = Fetches.refusal(() -> new GitFetcher(Fetches.LIMITS, strict)
                    .fetch(
                            Fetches.url(url.replace("127.0.0.1", host)),
                            null,
                            directory,
                            Deadline.in(Duration.ofMinutes(1), () -> true),
                            _ -> true));

            assertThat(refusal.code()).isEqualTo(ErrorCode.HOST_NOT_PUBLIC);
            assertThat(server.requests()).isEmpty();
        }
    }
}
