package dev.caffeinecode.code.touchpoints;

import dev.caffeinecode.code.Samples;
import dev.caffeinecode.code.Touchpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class TouchpointHostileTest {
    private static final int BYTES = 30_000;

    /** Makes every reader look, whatever follows. */
    private static final String START = """
            <?php @Controller getenv process.env environ ENV[ env!( GetEnvironmentVariable Getenv processInfo express
            flask sinatra gin-gonic/gin go-chi/chi net/http axum actix CREATE TABLE aws_sqs_queue kafka bull
            """;

    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            "`",
            "${",
            "#{",
            "\\",
            "\n",
            " ",
            "/",
            "*",
            "/*",
            "*/",
            "//",
            "#",
            "<<A",
            "<<~SQL\n",
            "=/[",
            "r#\"",
            "R\"(",
            "@\"",
            "\"\"\"",
            "'''",
            "@Get(",
            "@Table(name=\"a\"",
            "class A ",
            "class A {",
            "= \"x\" +",
            "\"SELECT a FROM b",
            "\"WITH a AS (",
            "app.get('/a',",
            ".route(\"/a\"",
            ".get(b)",
            "v:=r.Group(\"/a\")",
            "resources :a do\n",
            "- a:\n",
            "  b: c\n",
            "environ[\"A\"]",
            "process.env.A,",
            "Route::prefix('a')->",
            "\u4e2d",
            "\ud83d\ude00");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.java",
                "a.kt",
                "a.scala",
                "a.py",
                "a.js",
                "a.ts",
                "a.tsx",
                "a.go",
                "a.rs",
                "a.c",
                "a.cpp",
                "a.cs",
                "a.rb",
                "config/routes.rb",
                "a.php",
                "a.swift",
                "a.sh",
                "a.sql",
                "a.tf",
                "openapi.json",
                "openapi.yaml",
                "docker-compose.yml",
                "template.yaml",
                "serverless.yml",
                "application.yml",
                "Dockerfile",
                ".env.example",
                "a.prisma",
                "app/route.ts"
            })
    void nothingIsTooOddToBeRead(String path) {
        Random random = new Random(5);
        for (int round = 0; round < 100; round++) {
            String text = START + Samples.mixed(PIECES, 300, random);
            assertThat(Read.all(path, text)).isNotNull();
        }
        for (String piece : PIECES) {
            String text = START + piece.repeat(BYTES / piece.length());
            assertThat(Read.all(path, text)).hasSizeLessThanOrEqualTo(Found.MAX_TOUCHPOINTS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openapi: x\n",
                "services:\n",
                "Resources:\n",
                "apiVersion: x\nkind: y\n",
                "provider:\nfunctions:\n"
            })
    void largeDocumentsAreReadToALimit(String head) {
        for (String line :
                List.of("  a:\n", "  - a\n", "    Type: Api\n", "- - - - - - - - a: b\n", " ", "    environment:\n")) {
            assertThat(Read.all("compose.yml", head + line.repeat(BYTES / line.length())))
                    .isNotNull();
        }
    }

    @Test
    void touchpointsAreReadToALimit() {
        StringBuilder code = new StringBuilder("import os\n");
        for (int i = 0; i < 3_000; i++) {
            code.append("os.environ['A").append(i).append("']\n");
        }

        assertThat(Read.all("a.py", code.toString())).hasSize(Found.MAX_TOUCHPOINTS);
    }

    @Test
    void longNamesAndLargeFilesSayNothing() {
        assertThat(Read.all("a.py", "import os\nos.environ['" + "A".repeat(300) + "']\n"))
                .isEmpty();
        assertThat(Read.all("a.py", "import os\nos.environ['A']\n" + "#".repeat(1024 * 1024)))
                .isEmpty();
    }

    @Test
    void routesOfDeepGroupsHaveNoEndlessPaths() {
        StringBuilder code = new StringBuilder("import \"gin-gonic/gin\"\nv0 := r.Group(\"/a\")\n");
        for (int i = 1; i < 10_000; i++) {
            code.append("v%d := v%d.Group(\"/a\")\nv%d.GET(\"/x\", h)\n".formatted(i, i - 1, i));
        }

        List<Touchpoint> routes = Read.all("a.go", code.toString());

        assertThat(routes).hasSizeBetween(1, 200);
        assertThat(routes).allMatch(each -> each.name().length() <= Found.MAX_NAME_CHARACTERS);
    }
}
