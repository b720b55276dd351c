package dev.caffeinecode.code.rank;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.SampleGraph;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ImportanceTest {
    private static final List<ReferenceKind> KINDS = List.of(ReferenceKind.values());
    private static final Offset<Double> CLOSE = Offset.offset(1e-5);

    private final SampleGraph sample = new SampleGraph();

    @Test
    void whatLeadsNowhereGoesBackToTheSeeds() {
        sample.file("a.py").file("b.py").reference("a.py", "b.py", ReferenceKind.IMPORT);

        // a = 0.15 + 0.85 b and b = 0.85 a
        assertThat(rank("a.py", "a.py")).isCloseTo(1 / 1.85, CLOSE);
        assertThat(rank("b.py", "a.py")).isCloseTo(0.85 / 1.85, CLOSE);
    }

    @Test
    void circleKeepsWhatItHas() {
        sample.file("a.py").file("b.py").file("c.py");
        sample.reference("a.py", "b.py", ReferenceKind.IMPORT)
                .reference("b.py", "c.py", ReferenceKind.IMPORT)
                .reference("c.py", "a.py", ReferenceKind.IMPORT);

        double round = 1 - 0.85 * 0.85 * 0.85;
        assertThat(rank("a.py", "a.py")).isCloseTo(0.15 / round, CLOSE);
        assertThat(rank("b.py", "a.py")).isCloseTo(0.15 * 0.85 / round, CLOSE);
        assertThat(rank("c.py", "a.py")).isCloseTo(0.15 * 0.85 * 0.85 / round, CLOSE);
    }

    @Test
    void referencesCountByKindAndCertainty() {
        sample.file("a.py").file("b.py").file("c.py").file("d.py");
        sample.reference("a.py", "b.py", ReferenceKind.EXTENDS, 100)
                .reference("a.py", "c.py", ReferenceKind.CALL, 100)
                .reference("a.py", "d.py", ReferenceKind.CALL, 25);

        double called = rank("c.py", "a.py");
        assertThat(rank("b.py", "a.py") / called).isCloseTo(2, CLOSE);
        assertThat(rank("d.py", "a.py") / called).isCloseTo(0.25, CLOSE);
    }

    @Test
    void recursionIsNoMerit() {
        sample.file("a.py").file("b.py").reference("a.py", "b.py", ReferenceKind.CALL);
        double before = rank("b.py", "a.py");
        sample.reference("b.py", "b.py", ReferenceKind.CALL).reference("a.py", "a.py", ReferenceKind.EXTENDS);

        assertThat(rank("b.py", "a.py")).isCloseTo(before, CLOSE);
    }

    @Test
    void fileAndSymbolGiveToEachOther() {
        sample.symbol("a.py#f");

        // f = 0.15 + 0.85 a and a = 0.85 f
        assertThat(rank("a.py#f", "a.py#f")).isCloseTo(0.15 / (1 - 0.85 * 0.85), CLOSE);
        assertThat(rank("a.py", "a.py#f")).isCloseTo(0.15 * 0.85 / (1 - 0.85 * 0.85), CLOSE);
    }

    @Test
    void typesSumUpTheirMembers() {
        for (String type : List.of("Used", "Unused")) {
            sample.symbol(type + ".java#" + type, SymbolKind.CLASS, Visibility.PUBLIC)
                    .symbol(type + ".java#" + type + ".m", SymbolKind.METHOD, Visibility.PUBLIC);
        }
        sample.symbol("Main.java#main").reference("Main.java#main", "Used.java#Used.m", ReferenceKind.CALL);

        assertThat(rank("Used.java#Used", "Main.java#main", "Unused.java#Unused"))
                .isGreaterThan(0.05);
        assertThat(rank("Used.java#Used", "Main.java#main")).isGreaterThan(rank("Used.java", "Main.java#main"));
        assertThat(rank("Unused.java#Unused", "Main.java#main")).isZero();
    }

    @Test
    void testsCountAFifthOfCode() {
        sample.file("a.py").file("b.py").file("main.py").file("tests/test_x.py");
        sample.reference("main.py", "a.py", ReferenceKind.CALL)
                .reference("tests/test_x.py", "b.py", ReferenceKind.CALL);

        assertThat(rank("b.py", "main.py", "tests/test_x.py") / rank("a.py", "main.py", "tests/test_x.py"))
                .isCloseTo(0.2, CLOSE);
    }

    @Test
    void mostImportantComeFirstAndPackagesNever() {
        sample.file("a.py").file("b.py").file("c.py").dependency("x");
        sample.reference("a.py", "maven:x", ReferenceKind.EXTENDS)
                .reference("a.py", "c.py", ReferenceKind.IMPORT)
                .reference("b.py", "c.py", ReferenceKind.IMPORT);
        CodeGraph graph = sample.build();
        Importance importance = Importance.of(graph, graph.nodes(), seeds(graph, "a.py", "b.py"));

        assertThat(importance.top(3)).containsExactly(0, 1, 2);
        assertThat(importance.top(1)).containsExactly(0);
        assertThat(importance.top(9)).hasSize(3);
        assertThat(importance.of(3)).isPositive();
    }

    @Test
    void isAFixedPointThatSumsToOne() {
        Random random = new Random(23);
        for (int round = 0; round < 20; round++) {
            CodeGraph graph = random(random, 5 + random.nextInt(30));
            GraphNodes nodes = graph.nodes();
            Importance importance = Importance.of(graph, nodes, Seeds.of(graph, nodes, List.of()));
            double[] next = new double[nodes.count()];
            new Transitions(graph, nodes).each((from, to, share) -> next[to] += 0.85 * share * importance.of(from));
            double missing = 1 - Arrays.stream(next).sum();

            assertThat(IntStream.range(0, nodes.count())
                            .mapToDouble(importance::of)
                            .sum())
                    .isCloseTo(1, CLOSE);
            for (int node = 0; node < nodes.count(); node++) {
                double expected =
                        next[node] + missing * Seeds.of(graph, nodes, List.of()).of(node);
                assertThat(importance.of(node)).isCloseTo(expected, CLOSE).isNotNegative();
            }
        }
    }

    @Test
    void nobodyGivesMoreThanAll() {
        Random random = new Random(29);
        for (int round = 0; round < 20; round++) {
            CodeGraph graph = random(random, 20);
            double[] given = new double[graph.nodes().count()];
            new Transitions(graph, graph.nodes()).each((from, _, share) -> given[from] += share);

            assertThat(Arrays.stream(given).max().orElseThrow())
                    .isLessThan(1 + 1e-9)
                    .isPositive();
        }
    }

    @Test
    void seedsOfAnotherGraphAreRefused() {
        CodeGraph graph = sample.file("a.py").build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Importance.of(graph, graph.nodes(), Seeds.ofWeights(new double[2])));
    }

    private CodeGraph random(Random random, int files) {
        SampleGraph many = new SampleGraph();
        String[] names = new String[files];
        for (int i = 0; i < files; i++) {
            String path = (random.nextInt(4) == 0 ? "tests/test_" : "src/") + i + ".py";
            names[i] = path + "#f";
            many.symbol(path + "#f");
        }
        for (int i = 0; i < files * 4; i++) {
            ReferenceKind kind = KINDS.get(random.nextInt(KINDS.size()));
            many.reference(names[random.nextInt(files)], names[random.nextInt(files)], kind, 1 + random.nextInt(100));
        }
        return many.build();
    }

    /** Ranks with readers who start at some nodes alike. */
    private double rank(String node, String... starts) {
        CodeGraph graph = sample.build();
        return Importance.of(graph, graph.nodes(), seeds(graph, starts)).of(sample.node(graph, node));
    }

    private Seeds seeds(CodeGraph graph, String... starts) {
        double[] weights = new double[graph.nodes().count()];
        for (String start : starts) {
            weights[sample.node(graph, start)] = 1;
        }
        return Seeds.ofWeights(weights);
    }
}
