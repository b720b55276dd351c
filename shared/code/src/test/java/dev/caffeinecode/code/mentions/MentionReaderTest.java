package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Each language has a sample in {@code mentions} and beside it, in {@code .mentions}, what it says about others. */
class MentionReaderTest {
    static Stream<Arguments> samples() {
        return Stream.of(
                arguments(Language.BASH, "order.sh"),
                arguments(Language.C, "order.c"),
                arguments(Language.CPP, "order.cpp"),
                arguments(Language.CSHARP, "Order.cs"),
                arguments(Language.GO, "order.go"),
                arguments(Language.JAVA, "Order.java"),
                arguments(Language.JAVASCRIPT, "order.js"),
                arguments(Language.KOTLIN, "Order.kt"),
                arguments(Language.PHP, "Order.php"),
                arguments(Language.PYTHON, "order.py"),
                arguments(Language.RUBY, "order.rb"),
                arguments(Language.RUST, "order.rs"),
                arguments(Language.SCALA, "Order.scala"),
                arguments(Language.SWIFT, "Order.swift"),
                arguments(Language.TSX, "OrderPage.tsx"),
                arguments(Language.TYPESCRIPT, "order.ts"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsWhatTheSampleRefersTo(Language language, String sample) throws IOException {
        assertThat(ShownMentions.text(language, sample, Samples.text("mentions/" + sample)))
                .isEqualTo(Samples.text("mentions/" + sample + ".mentions"));
    }

    @ParameterizedTest
    @CsvSource({"KOTLIN,<*>.c", "SCALA,{case ne(s.FULL)(i)"})
    void readsNamesThatTheParserMadeUp(Language language, String source) {
        assertThatCode(() -> ShownMentions.text(language, "broken", source)).doesNotThrowAnyException();
    }
}
