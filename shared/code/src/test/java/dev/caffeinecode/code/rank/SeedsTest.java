package dev.caffeinecode.code.rank;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.SampleGraph;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SeedsTest {
    private final SampleGraph sample = new SampleGraph()
            .symbol("Api.java#Api", SymbolKind.CLASS, Visibility.PUBLIC)
            .symbol("Api.java#Api.open", SymbolKind.METHOD, Visibility.PUBLIC)
            .symbol("Api.java#Api.hidden", SymbolKind.METHOD, Visibility.PRIVATE)
            .symbol("Inner.java#Inner", SymbolKind.CLASS, Visibility.PACKAGE)
            .symbol("Inner.java#Inner.seen", SymbolKind.METHOD, Visibility.PUBLIC)
            .symbol("ApiTest.java#ApiTest", SymbolKind.CLASS, Visibility.PUBLIC)
            .file("vendor/x.json");
    private final CodeGraph graph = sample.build();

    @Test
    void readersStartAtWhatIsOfferedToThem() {
        assertThat(share("Api.java#Api")).isEqualTo(4 * share("Api.java#Api.open"), Offset.offset(1e-12));
        assertThat(share("Api.java#Api.open")).isPositive();
        assertThat(share("Api.java#Api.hidden")).isZero();
        assertThat(share("Inner.java#Inner")).isZero();
        assertThat(share("Inner.java#Inner.seen")).isZero();
    }

    @Test
    void readersSeldomStartAtTests() {
        assertThat(share("ApiTest.java#ApiTest")).isZero();
        assertThat(share("ApiTest.java")).isPositive().isLessThan(share("Api.java"));
    }

    @Test
    void readersStartAtWhatIsMentioned() {
        int inner = sample.node(graph, "Inner.java#Inner");

        assertThat(Seeds.of(graph, graph.nodes(), List.of(inner)).of(inner)).isGreaterThan(0.3);
    }

    @Test
    void readersStartAtEntryPoints() {
        sample.entryPoint("Inner.java", "Inner")
                .symbol("script.py#f")
                .file("script.py")
                .entryPoint("script.py", "x");
        CodeGraph entered = sample.build();
        Seeds seeds = Seeds.of(entered, entered.nodes(), List.of());

        assertThat(seeds.of(sample.node(entered, "Inner.java#Inner")))
                .isGreaterThan(Seeds.of(graph, graph.nodes(), List.of()).of(sample.node(graph, "Inner.java#Inner")))
                .isLessThan(0.1);
    }

    @Test
    void sharesSumToOneHoweverLittleThereIs() {
        assertThat(IntStream.range(0, graph.nodes().count())
                        .mapToDouble(Seeds.of(graph, graph.nodes(), List.of(0))::of)
                        .sum())
                .isCloseTo(1, Offset.offset(1e-12));
        assertThat(Seeds.ofWeights(new double[4]).of(2)).isEqualTo(0.25);
        assertThat(Seeds.ofWeights(new double[0]).count()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> Seeds.ofWeights(new double[] {-1}));
        assertThatIllegalArgumentException().isThrownBy(() -> Seeds.ofWeights(new double[] {Double.NaN}));
    }

    private double share(String node) {
        return Seeds.of(graph, graph.nodes(), List.of()).of(sample.node(graph, node));
    }
}
