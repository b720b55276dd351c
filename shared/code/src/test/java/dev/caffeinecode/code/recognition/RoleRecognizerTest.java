package dev.caffeinecode.code.recognition;

import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoleRecognizerTest {
    @ParameterizedTest
    @CsvSource({
        "src/main/java/a/A.java, SOURCE",
        "src/main/java/org/test/A.java, SOURCE",
        "src/test/java/a/A.java, TEST",
        "a/ATest.java, TEST",
        "a/b_test.go, TEST",
        "tests/test_a.py, TEST",
        "web/a.spec.ts, TEST",
        "web/__tests__/a.js, TEST",
        "tests/a.json, DATA",
        "tests/README.md, DOCUMENTATION",
        "contest/a.py, SOURCE",
        "pom.xml, BUILD",
        "a/package.json, BUILD",
        "tests/fixtures/package.json, DATA",
        "Makefile, BUILD",
        "setup.py, BUILD",
        ".github/workflows/ci.yml, CI",
        ".github/dependabot.yml, CONFIGURATION",
        "Jenkinsfile, CI",
        "deploy/Dockerfile, CONTAINER",
        "docker-compose.dev.yml, CONTAINER",
        "db/V1__init.sql, SCHEMA",
        "app/migrations/0001_initial.py, SCHEMA",
        "api/a.proto, API_DESCRIPTION",
        "openapi.yaml, API_DESCRIPTION",
        "docs/index.html, DOCUMENTATION",
        "web/index.html, SOURCE",
        "README.md, DOCUMENTATION",
        "LICENSE, DOCUMENTATION",
        "application.yml, CONFIGURATION",
        ".eslintrc.json, CONFIGURATION",
        "data/a.json, DATA",
        "data/a.csv, DATA",
        "unheard, DATA"
    })
    void pathsTell(String path, FileRole role) {
        Language language = LanguageRecognizer.recognize(path, "");

        assertThat(RoleRecognizer.recognize(path, language, "")).isEqualTo(role);
    }

    @Test
    void apiDescriptionIsKnownByItsText() {
        assertThat(RoleRecognizer.recognize("api/shop.yml", Language.YAML, "# shop\nopenapi: 3.1.0\n"))
                .isEqualTo(FileRole.API_DESCRIPTION);
        assertThat(RoleRecognizer.recognize("api/shop.json", Language.JSON, "{\n  \"swagger\": \"2.0\"}"))
                .isEqualTo(FileRole.API_DESCRIPTION);
    }
}
