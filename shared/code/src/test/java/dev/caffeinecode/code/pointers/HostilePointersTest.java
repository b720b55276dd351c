package dev.caffeinecode.code.pointers;

import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.Samples;
import dev.caffeinecode.code.recognition.LanguageRecognizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class HostilePointersTest {
    private static final List<String> PIECES = List.of(
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
            "(",
            ")",
            "#",
            "a",
            "/",
            ".",
            "a/",
            "a.",
            "A",
            "$",
            "${",
            "create table ",
            "references ",
            "$ref: ",
            "](",
            "- ",
            "file(\"",
            "project(':",
            "import \"",
            "AWS::",
            "Handler: a",
            "\u4e2d");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "package.json",
                "composer.json",
                "pnpm-workspace.yaml",
                "Cargo.toml",
                "pyproject.toml",
                "settings.gradle",
                "go.work",
                "a.sln",
                "Chart.yaml",
                "kustomization.yaml",
                "compose.yaml",
                "Makefile",
                "Dockerfile",
                "a.md",
                "a.rst",
                "a.sql",
                "a.proto",
                "a.graphql",
                "a.tf",
                "a.sh",
                "a.yaml",
                "a.xml",
                "META-INF/services/a"
            })
    void nothingIsTooOddToBeRead(String path) {
        Random random = new Random(3);
        for (int round = 0; round < 100; round++) {
            String text = Samples.mixed(PIECES, 200, random);
            assertThat(read(path, text)).isNotNull();
        }
        for (String piece : PIECES) {
            assertThat(read(path, piece.repeat(100_000))).isNotNull();
            assertThat(read(path, (piece.repeat(300) + "\n").repeat(100))).isNotNull();
        }
    }

    @Test
    void pointersAreReadToALimit() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append("[x](a").append(i).append(".md)\n");
        }

        assertThat(read("a.md", text.toString())).hasSize(1_000);
    }

    private static List<Pointer> read(String path, String text) {
        Language language = LanguageRecognizer.recognize(path, "");
        return PointerReaders.read(path, language, FileRole.CI, text);
    }
}
