package dev.caffeinecode.code.recognition;

import dev.caffeinecode.code.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageRecognizerTest {
    @ParameterizedTest
    @CsvSource({
        "src/main/java/A.java, JAVA",
        "a/Makefile, MAKEFILE",
        "Dockerfile.prod, DOCKERFILE",
        "web/app.test.tsx, TSX",
        "types.d.ts, TYPESCRIPT",
        "archive.tar.gz.md, MARKDOWN",
        "A.PY, PYTHON",
        "go.mod, GO_MODULE",
        ".gitignore, IGNORE",
        ".editorconfig, INI",
        "LICENSE-MIT, UNKNOWN",
        "LICENSE.apache, TEXT",
        "README, TEXT",
        "analysis.R, R",
        "boot.S, ASSEMBLY",
        "x.unheard, UNKNOWN",
        "noextension, UNKNOWN"
    })
    void namesTell(String path, Language language) {
        assertThat(LanguageRecognizer.recognize(path, "")).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "'#!/bin/sh', BASH",
        "'#!/usr/bin/env bash', BASH",
        "'#! /usr/bin/python3.11 -u', PYTHON",
        "'#!/usr/bin/env -S FOO=1 python3 -u', PYTHON",
        "'#!/usr/bin/env node', JAVASCRIPT",
        "'#!/usr/bin/perl -w', PERL",
        "'#!', UNKNOWN",
        "'#!/usr/bin/env', UNKNOWN",
        "'#!/opt/unheard', UNKNOWN"
    })
    void interpretersTell(String firstLine, Language language) {
        assertThat(LanguageRecognizer.recognize("bin/tool", firstLine + "\necho"))
                .isEqualTo(language);
    }

    @Test
    void headersAreToldApartByTheirText() {
        assertThat(LanguageRecognizer.recognize("a.h", "/* the class of things */\nint f(void);\n"))
                .isEqualTo(Language.C);
        assertThat(LanguageRecognizer.recognize("a.h", "#pragma once\nnamespace a {\n"))
                .isEqualTo(Language.CPP);
        assertThat(LanguageRecognizer.recognize("a.h", "#import <X/X.h>\n@interface A\n"))
                .isEqualTo(Language.OBJECTIVE_C);
    }

    @Test
    void translationsOfQtAreNoTypeScript() {
        assertThat(LanguageRecognizer.recognize("de.ts", "<?xml version=\"1.0\"?>"))
                .isEqualTo(Language.XML);
    }

    @Test
    void manyLanguagesAreKnownAndNoPatternTwice() {
        List<String> patterns = Stream.of(Language.values())
                .flatMap(language -> language.patterns().stream())
                .toList();

        assertThat(Language.values()).hasSizeGreaterThan(60);
        assertThat(patterns).doesNotHaveDuplicates();
    }

    @Test
    void oddNamesHarmNothing() {
        for (String path :
                List.of("...", "a/.", "\"\\377.java\"", ".", "a.", "<img src=x onerror=alert(1)>.java", "..%2f")) {
            assertThat(LanguageRecognizer.recognize(path, "")).isNotNull();
        }
        assertThat(LanguageRecognizer.recognize("x", "\n".repeat(16_000))).isEqualTo(Language.UNKNOWN);
        assertThat(LanguageRecognizer.recognize("x.h", "\n".repeat(16_000))).isEqualTo(Language.C);
    }
}
