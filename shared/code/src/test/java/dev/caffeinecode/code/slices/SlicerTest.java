package dev.caffeinecode.code.slices;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.Indexed;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.rank.Importance;
import dev.caffeinecode.code.rank.Seeds;
import dev.caffeinecode.code.text.TextLines;
import dev.caffeinecode.code.text.TokenEstimate;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class SlicerTest {
    private static final String SHOP = """
            package a;

            import java.util.List;

            /**
             * Sells things.
             *
             * <p>But not on Sundays, nor at night.
             */
            public class Shop {
                private int total;

                /** Opens. Needs a key. */
                public void open(
                        int hour,
                        List<String> keys) {
                    start(hour);
                    start(hour + 1);
                    start(hour + 2);
                }

                private void start(int hour) {
                    this.total = hour;
                    this.total = hour + 1;
                    this.total = hour + 2;
                    this.total = hour + 3;
                }
            }
            """;

    private final Map<String, String> files = new TreeMap<>();

    @Test
    void showsAllIfThereIsRoom() {
        files.put("a/Shop.java", SHOP);

        assertThat(slice(10_000).shown()).containsExactly(new Location("a/Shop.java", new LineRange(5, 28)));
    }

    @Test
    void declarationsWithFirstSentencesComeBeforeBodies() {
        files.put("a/Shop.java", SHOP);

        int enough = IntStream.range(0, 200)
                .filter(tokens -> slice(tokens).text().contains("List<String> keys"))
                .findFirst()
                .orElseThrow();

        assertThat(slice(enough).text()).isEqualTo("""
                === a/Shop.java ===
                      ...
                    5| /**
                    6|  * Sells things.
                      ...
                   10| public class Shop {
                   11|     private int total;
                   12|\s
                   13|     /** Opens. Needs a key. */
                   14|     public void open(
                   15|             int hour,
                   16|             List<String> keys) {
                      ...
                """);
    }

    @Test
    void restOfDocstringsComesNextAndThenWhatIsNotPublic() {
        files.put("a/Shop.java", SHOP);

        assertThat(slice(125).text()).contains("But not on Sundays");
        assertThat(slice(160).text()).contains("private int total;", "private void start(int hour) {");
    }

    @Test
    void mostImportantIsShownWhole() {
        files.put("a/Shop.java", SHOP);
        for (int i = 0; i < 40; i++) {
            files.put("a/Other" + i + ".java", "package a;\n\npublic class Other" + i + " {}\n");
        }

        Slice slice = slice(400, symbol -> symbol.name().simple().equals("start") ? 1 : 0);

        assertThat(slice.text()).contains("this.total = hour + 3;").doesNotContain("start(hour + 2)");
    }

    @Test
    void bodiesComeByRankPerToken() {
        String text = "def long_one():\n" + "    call_something(1)\n".repeat(30) + "\ndef short_one():\n    return 1\n";
        files.put("m.py", text);
        int outlines = slice(60).tokens();

        Slice slice = slice(outlines + 30, _ -> 1);

        assertThat(slice.text()).contains("return 1").doesNotContain("call_something");
    }

    @Test
    void testsComeLast() {
        files.put("a/Shop.java", SHOP);
        Slice without = slice(10_000);
        files.put("a/ShopTest.java", "package a;\n\npublic class ShopTest {\n    void sells() {}\n}\n");

        assertThat(slice(without.tokens() + 15).text())
                .contains("start(hour + 2)", "this.total = hour + 3")
                .doesNotContain("ShopTest");
        assertThat(slice(1_000).text()).contains("public class ShopTest");
    }

    @Test
    void filesWithoutSymbolsAreShownFromTheBeginning() {
        files.put("Makefile", "all:\n\tcc a.c\n");
        files.put("big.mk", "x = 1\n".repeat(900));

        Slice slice = slice(400);

        assertThat(slice.shown())
                .containsExactly(
                        new Location("Makefile", new LineRange(1, 2)), new Location("big.mk", new LineRange(1, 40)));
        assertThat(slice.text()).endsWith("   40| x = 1\n      ...\n");
    }

    @Test
    void neverTakesMoreThanItMayAndShowsLinesAsTheyAre() {
        Random random = new Random(19);
        for (int i = 0; i < 12; i++) {
            files.put("src/m" + i + ".py", random(random));
        }
        files.put("conf/a.yml", "a: 1\n".repeat(50));
        CodeGraph graph = Indexed.graph(files);
        for (int tokens = 0; tokens < 3_000; tokens += 61) {
            Slice slice = slice(graph, files.keySet(), tokens, SlicerTest::rank);

            assertThat(slice.tokens()).isLessThanOrEqualTo(tokens).isEqualTo(TokenEstimate.of(slice.text()));
            StringBuilder lines = new StringBuilder();
            Location before = null;
            for (Location each : slice.shown()) {
                lines.append(TextLines.of(files.getOrDefault(each.path(), "")).numbered(each.lines()));
                if (before != null && before.path().equals(each.path())) {
                    assertThat(each.lines().first())
                            .isGreaterThan(before.lines().last() + 1);
                } else if (before != null) {
                    assertThat(each.path()).isGreaterThan(before.path());
                }
                before = each;
            }
            assertThat(slice.text().replaceAll("(?m)^(===.*|      \\.\\.\\.)\n", ""))
                    .isEqualTo(lines.toString());
        }
    }

    @Test
    void moreRoomIsUsed() {
        Random random = new Random(37);
        for (int i = 0; i < 12; i++) {
            files.put("src/m" + i + ".py", random(random));
        }

        assertThat(slice(1_500).tokens()).isBetween(1_350, 1_500);
    }

    @Test
    void orderOfTheFilesDoesNotMatter() {
        Random random = new Random(41);
        for (int i = 0; i < 12; i++) {
            files.put("src/m" + i + ".py", random(random));
        }
        CodeGraph graph = Indexed.graph(files);
        List<String> shuffled = new ArrayList<>(files.keySet());
        Collections.shuffle(shuffled, random);

        assertThat(slice(graph, shuffled, 700, SlicerTest::rank))
                .isEqualTo(slice(graph, files.keySet(), 700, SlicerTest::rank));
    }

    @Test
    void filesThatAreNotThereAreLeftOut() {
        files.put("a.py", "x = 1\n");

        assertThat(slice(Indexed.graph(files), List.of("b.py", "a.py", "a.py"), 100, _ -> 1)
                        .shown())
                .hasSize(1);
        assertThat(slice(0).text()).isEmpty();
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder("\"\"\"About this. And more.\"\"\"\n\n");
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append("def ")
                    .append(random.nextBoolean() ? "_" : "")
                    .append("f")
                    .append(i)
                    .append("(a):\n");
            text.append("    \"\"\"Does this.\n\n    And that.\n    \"\"\"\n");
            text.append("    call(a)\n\n".repeat(random.nextInt(12))).append("    return a\n\n\n");
        }
        return text.toString();
    }

    private static double rank(Symbol symbol) {
        return symbol.kind().isType()
                ? 60
                : 1 + Math.floorMod(symbol.name().qualified().hashCode(), 7);
    }

    private Slice slice(int tokens) {
        return slice(tokens, SlicerTest::rank);
    }

    private Slice slice(int tokens, ToDoubleFunction<Symbol> rank) {
        return slice(Indexed.graph(files), files.keySet(), tokens, rank);
    }

    private Slice slice(CodeGraph graph, Collection<String> paths, int tokens, ToDoubleFunction<Symbol> rank) {
        GraphNodes nodes = graph.nodes();
        double[] weights = new double[nodes.count()];
        graph.symbols().forEach(symbol -> weights[nodes.node(symbol.id())] = Math.max(0, rank.applyAsDouble(symbol)));
        Importance importance = Importance.of(graph, nodes, Seeds.ofWeights(weights));
        return new Slicer(
                        graph,
                        nodes,
                        importance,
                        path -> Optional.ofNullable(files.get(path)).map(TextLines::of))
                .slice(paths, tokens);
    }
}
