package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

@Timeout(60)
class HostileFactsTest {
    @Test
    void billionLaughsAreInert() {
        StringBuilder pom = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY lol \"lol\">\n");
        for (int i = 1; i < 10; i++) {
            String inner = i == 1 ? "&lol;" : "&lol" + (i - 1) + ";";
            pom.append("<!ENTITY lol")
                    .append(i)
                    .append(" \"")
                    .append(inner.repeat(10))
                    .append("\">\n");
        }
        pom.append(
                "]>\n<project><artifactId>shop</artifactId><description>&lol9;</description><version>1</version></project>");

        long start = System.nanoTime();
        Facts facts = FactReaders.read("pom.xml", pom.toString());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(Objects.requireNonNull(facts.manifest()).name()).isEqualTo("shop");
        assertThat(facts.manifest().description()).isNull();
    }

    @Test
    void noHalfOfACredentialIsLeftWhereADescriptionIsCut() {
        String token = "ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789";
        String pyproject = "[project]\nname = \"a\"\ndescription = \"" + "x ".repeat(990) + token + " y\"\n";

        Facts facts = FactReaders.read("pyproject.toml", pyproject);

        assertThat(Objects.requireNonNull(facts.manifest()).description())
                .startsWith("x x")
                .doesNotContain("ghp_");
    }

    @Test
    void externalEntitiesAreNotAskedFor() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/evil";
            String pom = """
                    <!DOCTYPE project PUBLIC "x" "%s.dtd" [
                      <!ENTITY file SYSTEM "file:///etc/passwd">
                      <!ENTITY web SYSTEM "%s">
                      <!ENTITY %% more SYSTEM "%s"> %%more;
                    ]>
                    <project><artifactId>a</artifactId><description>&file;&web;</description></project>
                    """.formatted(url, url, url);

            Facts facts = FactReaders.read("pom.xml", pom);

            assertThat(String.valueOf(facts.manifest())).doesNotContain("root:");
            assertThatCode(() -> {
                        try (InputStream request = server.accept().getInputStream()) {
                            throw new AssertionError("asked: " + request.read());
                        }
                    })
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package.json",
                "pom.xml",
                "build.gradle",
                "pyproject.toml",
                "setup.py",
                "setup.cfg",
                "requirements.txt",
                "go.mod",
                "Cargo.toml",
                "composer.json",
                "Gemfile",
                "a.gemspec",
                "a.csproj",
                "CMakeLists.txt",
                "Package.swift",
                "Makefile",
                "libs.versions.toml",
                "dependencies.gradle",
                "pnpm-workspace.yaml",
                "Pipfile",
                "Directory.Packages.props",
                "build.sbt",
                "justfile",
                "Dockerfile",
                "README.md",
                "README.rst",
                ".github/workflows/a.yml"
            })
    void nothingIsTooOddToBeRead(String path) {
        assertThat(FactReaders.knows(path)).isTrue();
        Random random = new Random(11);
        List<String> pieces = List.of(
                "{",
                "}",
                "[",
                "]",
                "\"",
                "'",
                "\\",
                "\n",
                " ",
                "\t",
                "=",
                ":",
                "<",
                ">",
                "&",
                "#",
                "```sh\n",
                "run: |\n",
                "a",
                "\"\"\"",
                "name",
                "[project]\n",
                "<project>",
                "dependencies",
                "\u4e2d",
                "\ud83d\ude00",
                "RUN ",
                "- ",
                "module x\n",
                "(",
                ")",
                "setup(");
        for (int round = 0; round < 300; round++) {
            String text = Samples.mixed(pieces, 200, random);
            assertThat(FactReaders.read(path, text)).isNotNull();
        }
        for (String piece : pieces) {
            assertThat(FactReaders.read(path, piece.repeat(100_000))).isNotNull();
        }
    }

    @Test
    void tooLargeFileSaysNothing() {
        assertThat(FactReaders.read("Makefile", "all:\n".repeat(1_000_000))).isEqualTo(Facts.NONE);
    }

    @Test
    void manyCommandsAreReadToALimit() {
        assertThat(FactReaders.read("Makefile", "test:\n".repeat(5_000)).commands())
                .hasSizeLessThan(1_000);
    }

    @Test
    void brokenJsonSaysNothing() {
        for (String text : List.of("", "{", "{\"a\"", "{\"a\":}", "[[[[", "{\"a\": \"\\u12\"}", "{\"a\": \"x\n\"}")) {
            assertThat(Json.parse(text)).isEmpty();
        }
        assertThat(Json.parse("[".repeat(100_000))).isEmpty();
    }
}
