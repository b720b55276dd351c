package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.Samples;
import dev.caffeinecode.code.symbols.SymbolReader;
import dev.caffeinecode.code.symbols.SymbolReading;
import dev.caffeinecode.code.symbols.WalkLimits;
import dev.caffeinecode.code.treesitter.SyntaxParser;
import dev.caffeinecode.code.treesitter.SyntaxTree;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class MentionHostileTest {
    private static final List<String> NESTED = List.of(
            "(",
            "{",
            "[",
            "a(",
            "a.b(",
            "a.b().",
            "a[",
            "<",
            "a<",
            "a::<",
            "&",
            "-",
            "a = ",
            "if (a) {",
            "f(x => ",
            "|a| ");

    static Stream<Language> languages() {
        return Stream.of(Language.values())
                .filter(language -> MentionBooks.book(language).isPresent());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void deepNestingIsReadToALimit(Language language) {
        for (String opening : NESTED) {
            readWithin(language, opening.repeat(20_000 / opening.length()), Duration.ofMillis(100));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void deepPatternsAndTypesAreReadToALimit(Language language) {
        for (String statement : List.of(
                "let %sa%s = b;",
                "%sa%s = b", "for %sa%s in b {}", "use a::%sb%s;", "type A = %sB%s;", "var a %sB%s")) {
            for (String pair : List.of("()", "[]", "{}", "<>")) {
                String open = pair.substring(0, 1).repeat(2_000);
                String close = pair.substring(1).repeat(2_000);
                readWithin(language, statement.formatted(open, close), Duration.ofMillis(100));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.caffeinecode.code.mentions.MentionReaderTest#samples")
    void mutilatedSampleIsRead(Language language, String sample) throws IOException {
        String source = Samples.text("mentions/" + sample);
        Random random = new Random(23);
        for (int round = 0; round < 60; round++) {
            readWithin(language, Samples.mutilated(source, random), Duration.ofSeconds(2));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void longChainsAreReadToALimit(Language language) {
        for (String link : List.of("()", ".b()", ".b", "[0]", "?.b()", "!!", "::b()")) {
            readWithin(language, "x = a" + link.repeat(10_000), Duration.ofMillis(150));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void moreNamesThanTheLimitAreReadToIt(Language language) {
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < 55_000; i++) {
            source.append("f").append(i).append("();\n");
        }

        readWithin(language, source.toString(), Duration.ofSeconds(5));
    }

    private static void readWithin(Language language, String source, Duration timeout) {
        byte[] utf8 = source.getBytes(StandardCharsets.UTF_8);
        try (SyntaxParser parser = new SyntaxParser()) {
            SymbolReader.parse(parser, SymbolReader.grammar(language).orElseThrow(), utf8, timeout)
                    .ifPresent(tree -> read(tree, language));
        }
    }

    private static void read(SyntaxTree tree, Language language) {
        SymbolReading symbols = SymbolReader.read(tree, language, "hostile", WalkLimits.DEFAULT);
        FileMentions mentions = MentionReader.read(tree, language, "hostile", symbols.spans(), MentionLimits.DEFAULT);
        assertThat(mentions.mentions()).hasSizeLessThan(MentionLimits.DEFAULT.maxMentions() + 1_000);
    }
}
