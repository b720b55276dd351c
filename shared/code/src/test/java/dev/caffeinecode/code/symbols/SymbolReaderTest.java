package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/** Each language has a sample in {@code symbols} and beside it, in {@code .symbols}, what is to be found there. */
class SymbolReaderTest {
    @ParameterizedTest
    @CsvSource({
        "BASH, shop.sh",
        "C, shop.c",
        "C, shop.h",
        "CPP, shop.cpp",
        "CSHARP, Shop.cs",
        "GO, shop.go",
        "JAVA, Cart.java",
        "JAVASCRIPT, shop.js",
        "KOTLIN, Shop.kt",
        "PHP, Shop.php",
        "PYTHON, shop.py",
        "RUBY, shop.rb",
        "RUST, lib.rs",
        "SCALA, Shop.scala",
        "SWIFT, Shop.swift",
        "TSX, App.tsx",
        "TYPESCRIPT, shop.ts"
    })
    void findsWhatTheSampleDefines(Language language, String sample) throws IOException {
        SymbolReading reading = Shown.read(language, sample, resource(sample));

        assertThat(Shown.text(reading)).isEqualTo(resource(sample + ".symbols"));
    }

    static String resource(String name) throws IOException {
        try (InputStream stream = SymbolReaderTest.class.getResourceAsStream("/symbols/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
