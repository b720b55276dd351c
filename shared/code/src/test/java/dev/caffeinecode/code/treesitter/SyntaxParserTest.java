package dev.caffeinecode.code.treesitter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SyntaxParserTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @ParameterizedTest
    @EnumSource(Grammar.class)
    void everyGrammarLoads(Grammar grammar) {
        try (SyntaxParser parser = new SyntaxParser()) {
            SyntaxTree tree = parser.parse(grammar, bytes("a"), LONG).orElseThrow();
            assertThat(tree.root().kind()).isNotEmpty();
            assertThat(tree.kindCount()).isGreaterThan(50);
        }
    }

    @Test
    void nodesKnowTheirPlaceAndText() {
        try (SyntaxParser parser = new SyntaxParser()) {
            SyntaxTree tree = parser.parse(Grammar.JAVA, bytes("/* ü */\nclass A {\n int x, y;\n}"), LONG)
                    .orElseThrow();
            SyntaxNode type = tree.root().childOfKind("class_declaration");

            assertThat(type.child("name").text()).isEqualTo("A");
            assertThat(type.startRow()).isEqualTo(1);
            assertThat(type.startByte()).isEqualTo(9);
            assertThat(type.textBefore(type.child("body"))).isEqualTo("class A ");
            assertThat(type.child("body").childOfKind("field_declaration").children("declarator"))
                    .extracting(SyntaxNode::text)
                    .containsExactly("x", "y");
            assertThat(type.hasError()).isFalse();
        }
    }

    @Test
    void absentNodesAnswerWithNothing() {
        try (SyntaxParser parser = new SyntaxParser()) {
            SyntaxTree tree =
                    parser.parse(Grammar.JAVA, bytes("class A {}"), LONG).orElseThrow();
            SyntaxNode absent =
                    tree.root().child("no such field").childOfKind("x").child("name");

            assertThat(absent.isAbsent()).isTrue();
            assertThat(absent.text()).isEmpty();
            assertThat(absent.kind()).isEmpty();
            assertThat(absent.children()).isEmpty();
            assertThat(absent.children("name")).isEmpty();
            assertThat(tree.root().textBefore(absent)).isEqualTo("class A {}");
            assertThat(absent.or(tree.root()).isPresent()).isTrue();
        }
    }

    @Test
    void parserGivesUpInTimeAndGoesOnAfterwards() {
        byte[] large = bytes("class A { int a = " + "f(".repeat(400_000));
        try (SyntaxParser parser = new SyntaxParser()) {
            long start = System.nanoTime();
            assertThat(parser.parse(Grammar.JAVA, large, Duration.ofMillis(50))).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            SyntaxTree tree = parser.parse(Grammar.GO, bytes("package a"), LONG).orElseThrow();
            assertThat(tree.root().hasError()).isFalse();
        }
    }

    @Test
    void textThatEndsAnywhereIsRead() {
        String source = "class A { String s = \"ü\"; /* 中 */ }";
        try (SyntaxParser parser = new SyntaxParser()) {
            for (int end = 0; end <= source.length(); end++) {
                Optional<SyntaxTree> tree = parser.parse(Grammar.JAVA, bytes(source.substring(0, end)), LONG);
                assertThat(tree.orElseThrow().isCut()).isFalse();
            }
        }
    }

    @Test
    void treeOutlivesItsParser() {
        SyntaxTree tree;
        try (SyntaxParser parser = new SyntaxParser()) {
            tree = parser.parse(Grammar.JAVA, bytes("class A {}"), LONG).orElseThrow();
            parser.parse(Grammar.JAVA, bytes("interface B {}"), LONG);
        }

        assertThat(tree.root().childOfKind("class_declaration").child("name").text())
                .isEqualTo("A");
    }

    @Test
    void parserBelongsToItsThread() throws InterruptedException {
        try (SyntaxParser parser = new SyntaxParser();
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Optional<SyntaxTree>> result =
                    other.submit(() -> parser.parse(Grammar.JAVA, bytes("class A {}"), LONG));

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(result::get)
                    .withCauseInstanceOf(WrongThreadException.class);
        }
    }

    @Test
    void manyThreadsParseAtOnce() throws ExecutionException, InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> counts = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> functions(i % 2 == 0 ? Grammar.C : Grammar.JAVASCRIPT, i)))
                    .toList();

            for (int i = 0; i < counts.size(); i++) {
                assertThat(counts.get(i).get()).isEqualTo(i);
            }
        }
    }

    private static int functions(Grammar grammar, int count) {
        String function = grammar == Grammar.C ? "int f(void) { return 1; }\n" : "function f() { return 1; }\n";
        try (SyntaxParser parser = new SyntaxParser()) {
            SyntaxTree tree =
                    parser.parse(grammar, bytes(function.repeat(count)), LONG).orElseThrow();
            return tree.root().children().size();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
