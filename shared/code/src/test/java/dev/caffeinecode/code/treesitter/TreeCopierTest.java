package dev.caffeinecode.code.treesitter;

import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.Samples;
import dev.caffeinecode.code.recognition.LanguageRecognizer;
import dev.caffeinecode.code.symbols.SymbolReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class TreeCopierTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final SyntaxParser parser = new SyntaxParser();
    private final TreeCopier copier = new TreeCopier(Integer.MAX_VALUE);

    @AfterEach
    void close() {
        parser.close();
    }

    @ParameterizedTest
    @MethodSource("dev.caffeinecode.code.Samples#mentions")
    void everyNodeIsWhatTheLibrarySays(String sample) throws IOException {
        Language language = LanguageRecognizer.recognize(sample, "");
        Grammar grammar = SymbolReader.grammar(language).orElseThrow();
        String source = Samples.text("mentions/" + sample);
        Random random = new Random(5);

        isAsTheLibrarySays(grammar, source);
        isAsTheLibrarySays(grammar, "");
        for (int i = 0; i < 100; i++) {
            isAsTheLibrarySays(grammar, Samples.mutilated(source, random));
        }
    }

    @Test
    void longTextsFarApartAndWideTreesAreCopied() {
        isAsTheLibrarySays(
                Grammar.JAVA, "\n".repeat(70_000) + " ".repeat(300) + "class A {" + "int a;".repeat(70_000) + "}");
        isAsTheLibrarySays(Grammar.JAVASCRIPT, "f(" + "[".repeat(40_000) + "]".repeat(40_000) + ")");
        isAsTheLibrarySays(Grammar.PYTHON, "x = '" + "ü中".repeat(50_000) + "'\r\n\r\nif x:\n\ty\n");
    }

    @Test
    void treeThatIsCopiedWronglyIsFound() {
        LoadedGrammar java = LoadedGrammar.of(Grammar.JAVA);
        NodeTable other = parser.parse(
                        java, "class A {}".getBytes(StandardCharsets.UTF_8), LONG, tree -> copier.copy(tree, java))
                .orElseThrow();

        int wrong = parser.parse(
                        java,
                        "class A { int a; }".getBytes(StandardCharsets.UTF_8),
                        LONG,
                        tree -> TreeCheck.firstDifference(other, tree, Integer.MAX_VALUE))
                .orElseThrow();

        assertThat(wrong).isZero();
    }

    private void isAsTheLibrarySays(Grammar grammar, String source) {
        isAsTheLibrarySays(grammar, source.getBytes(StandardCharsets.UTF_8));
    }

    private void isAsTheLibrarySays(Grammar grammar, byte[] text) {
        LoadedGrammar loaded = LoadedGrammar.of(grammar);
        int wrong = parser.parse(
                        loaded,
                        text,
                        LONG,
                        tree -> TreeCheck.firstDifference(copier.copy(tree, loaded), tree, Integer.MAX_VALUE))
                .orElseThrow();

        assertThat(wrong).isEqualTo(NodeTable.NONE);
    }
}
