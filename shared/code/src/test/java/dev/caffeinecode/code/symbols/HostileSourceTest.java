package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.FileNote;
import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.NoteKind;
import dev.caffeinecode.code.Samples;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.secret.SecretMask;
import dev.caffeinecode.code.treesitter.Grammar;
import dev.caffeinecode.code.treesitter.SyntaxParser;
import dev.caffeinecode.code.treesitter.SyntaxTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class HostileSourceTest {
    static Stream<Language> languages() {
        return Stream.of(Language.values())
                .filter(language -> SymbolReader.grammar(language).isPresent());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void deepNestingIsReadToALimit(Language language) {
        for (String opening : List.of("(", "{", "[", "a(", "if (a) {", "<", "/*")) {
            readWithin(language, opening.repeat(100_000 / opening.length()), Duration.ofMillis(150));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void textsOpenInEachOtherDoNotEndTheProcess(Language language) {
        for (String opening :
                List.of("\"${", "\"\"\"${", "`${", "\"#{", "$\"{", "f\"{", "\"\\(", "\"$(", "<<A\n", "r#\"")) {
            readWithin(language, opening.repeat(3_000), Duration.ofMillis(300));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void longAndManyEndsOfTextsDoNotEndTheProcess(Language language) {
        for (int length : new int[] {255, 256, 1_000, 1_016, 1_017, 1_018, 1_019, 1_020, 1_024, 5_000}) {
            for (String opening : List.of("a <<~", "cat <<", "a = <<<", "a = R\"", "#", "$")) {
                readWithin(language, opening + "A".repeat(length) + "(\n b\n", Duration.ofMillis(300));
            }
            readWithin(language, "#".repeat(length) + "\"a", Duration.ofMillis(300));
            readWithin(language, "$".repeat(length) + "\"{", Duration.ofMillis(300));
        }
        for (String form : List.of("$(cat <<A%d\n", "\"#{<<A%d\n", "a <<~A%d, ", "{$a[<<<A%d\n")) {
            StringBuilder many = new StringBuilder();
            for (int i = 0; i < 30_000; i++) {
                many.append(form.formatted(i));
            }
            readWithin(language, many.toString(), Duration.ofMillis(300));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void nonsenseIsRead(Language language) {
        Random random = new Random(7);
        String alphabet = "{}()[]<>;:,.'\"`\\/*#@!$%^&|~=+-_ \n\t\r\u00e9\u4e2d\ud83d\ude00"
                + " abcdef class def fn func if else return";
        StringBuilder text = new StringBuilder();
        while (text.length() < 50_000) {
            int from = random.nextInt(alphabet.length());
            text.append(alphabet, from, Math.min(alphabet.length(), from + 1 + random.nextInt(8)));
        }

        readWithin(language, text.toString(), Duration.ofMillis(150));
    }

    @ParameterizedTest
    @MethodSource("dev.caffeinecode.code.symbols.SymbolReaderTest#samples")
    void mutilatedSampleIsRead(Language language, String sample) throws IOException {
        String source = Samples.text("symbols/" + sample);
        Random random = new Random(23);
        for (int round = 0; round < 150; round++) {
            readWithin(language, Samples.mutilated(source, random), Duration.ofSeconds(2));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void emptyFileHasNoSymbols(Language language) {
        assertThat(Shown.read(language, "empty", "").symbols()).isEmpty();
        assertThat(Shown.read(language, "empty", "\n\n").symbols()).isEmpty();
    }

    @Test
    void whatStandsDeeperThanTheLimitIsLeftOut() {
        String source = "class A { int a; }\n" + "class B {".repeat(300) + "}".repeat(300);

        SymbolReading reading = Shown.read(Language.JAVA, "A.java", source, new WalkLimits(50, 1000));

        assertThat(reading.symbols()).hasSizeBetween(10, 100);
        assertThat(reading.notes()).extracting(FileNote::kind).contains(NoteKind.TOO_DEEP);
    }

    @Test
    void hundredThousandFunctionsAreReadToALimit() {
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            source.append("int f").append(i).append("();\n");
        }

        SymbolReading reading = Shown.read(Language.C, "generated.h", source.toString());

        assertThat(reading.symbols()).hasSize(WalkLimits.DEFAULT.maxSymbols());
        assertThat(reading.notes())
                .containsExactly(new FileNote(NoteKind.TOO_MANY_SYMBOLS, "only the first 20000 symbols were read"));
    }

    @Test
    void brokenFileStillGivesWhatCouldBeRead() {
        String source = """
                package a;
                class Good { void before() {} }
                class Bad { void broken( { ]]] }
                class After { void after() {} }
                """;

        SymbolReading reading = Shown.read(Language.JAVA, "A.java", source);

        assertThat(reading.symbols())
                .extracting(symbol -> symbol.name().simple())
                .contains("Good", "before", "after");
        assertThat(reading.notes()).extracting(FileNote::kind).containsExactly(NoteKind.SYNTAX_ERRORS);
    }

    @Test
    void typesThatClaimToBeMembersOfEachOtherMakeNoCircle() {
        String source = """
                package p
                func (t *T2) m1() { type T1 struct{} }
                func (t *T1) m2() { type T2 struct{} }
                """;

        for (Symbol symbol : Shown.read(Language.GO, "a.go", source).symbols()) {
            assertThat(symbol.parent()).isLessThan(symbol.id().ordinal());
        }
    }

    @Test
    void linesAndSignaturesOfOneLongLineAreBounded() {
        String source = "void f(" + "int a, ".repeat(20_000) + "int b) {}";

        Symbol function = Shown.read(Language.C, "a.c", source).symbols().getFirst();

        assertThat(function.signature()).hasSize(Signatures.MAX_CHARACTERS).endsWith("…");
    }

    @Test
    void noHalfOfACredentialIsLeftWhereASignatureIsCut() {
        String token = "ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789";
        for (int before = 240; before < 300; before++) {
            String source = "def f(a" + "b".repeat(before) + ", token=\"" + token + "\", last=1):\n    pass\n";

            String signature = Shown.read(Language.PYTHON, "a.py", source)
                    .symbols()
                    .getFirst()
                    .signature();

            assertThat(signature).hasSizeLessThanOrEqualTo(Signatures.MAX_CHARACTERS);
            assertThat(SecretMask.mask(signature).text()).doesNotContain("ghp_");
        }
    }

    @Test
    void textOutsideTheBasicPlaneIsNotTorn() {
        String source = "/** " + "\ud83d\ude00".repeat(5000) + " */\nclass A { String s = \""
                + "\ud83d\ude00".repeat(300) + "\"; }";

        List<Symbol> symbols = Shown.read(Language.JAVA, "A.java", source).symbols();

        assertThat(String.valueOf(symbols.getFirst().docstring())).doesNotContain("?", "\uFFFD");
        assertThat(symbols.get(1).signature()).doesNotContain("?", "\uFFFD");
    }

    @Test
    void treeIsReadToALimit() {
        byte[] source = "class A { int a; int b; int c; int d; }".getBytes(StandardCharsets.UTF_8);
        try (SyntaxParser parser = new SyntaxParser(12)) {
            SyntaxTree tree = SymbolReader.parse(parser, Grammar.JAVA, source, Duration.ofSeconds(20))
                    .orElseThrow();

            SymbolReading reading = SymbolReader.read(tree, Language.JAVA, "A.java", WalkLimits.DEFAULT);

            assertThat(reading.notes()).extracting(FileNote::kind).contains(NoteKind.TOO_LARGE);
            assertThat(reading.symbols().getFirst().name().simple()).isEqualTo("A");
        }
    }

    private static void readWithin(Language language, String source, Duration timeout) {
        long start = System.nanoTime();
        try (SyntaxParser parser = new SyntaxParser()) {
            Optional<SyntaxTree> parsed = SymbolReader.parse(
                    parser,
                    SymbolReader.grammar(language).orElseThrow(),
                    source.getBytes(StandardCharsets.UTF_8),
                    timeout);
            parsed.ifPresent(tree -> SymbolReader.read(tree, language, "hostile", WalkLimits.DEFAULT));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}
