package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Each language has a sample in {@code symbols} and beside it, in {@code .symbols}, what is to be found there. */
class SymbolReaderTest {
    static Stream<Arguments> samples() {
        return Stream.of(
                arguments(Language.BASH, "shop.sh"),
                arguments(Language.C, "shop.c"),
                arguments(Language.C, "shop.h"),
                arguments(Language.CPP, "shop.cpp"),
                arguments(Language.CSHARP, "Shop.cs"),
                arguments(Language.GO, "shop.go"),
                arguments(Language.JAVA, "Cart.java"),
                arguments(Language.JAVASCRIPT, "shop.js"),
                arguments(Language.KOTLIN, "Shop.kt"),
                arguments(Language.PHP, "Shop.php"),
                arguments(Language.PYTHON, "shop.py"),
                arguments(Language.RUBY, "shop.rb"),
                arguments(Language.RUST, "lib.rs"),
                arguments(Language.SCALA, "Shop.scala"),
                arguments(Language.SWIFT, "Shop.swift"),
                arguments(Language.TSX, "App.tsx"),
                arguments(Language.TYPESCRIPT, "shop.ts"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsWhatTheSampleDefines(Language language, String sample) throws IOException {
        SymbolReading reading = Shown.read(language, sample, Samples.text("symbols/" + sample));

        assertThat(Shown.text(reading)).isEqualTo(Samples.text("symbols/" + sample + ".symbols"));
    }

    @Test
    void variablesInPropertiesAreNoSymbols() {
        String python = """
                class Order:
                    @property
                    def total(self):
                        tax = self.tax()
                        return tax
                """;
        String script = "class Order { get total() { const tax = this.tax(); return tax } }";

        assertThat(Shown.read(Language.PYTHON, "order.py", python).symbols())
                .extracting(symbol -> symbol.name().simple())
                .containsExactly("Order", "total");
        assertThat(Shown.read(Language.JAVASCRIPT, "order.js", script).symbols())
                .extracting(symbol -> symbol.name().simple())
                .containsExactly("Order", "total");
    }
}
