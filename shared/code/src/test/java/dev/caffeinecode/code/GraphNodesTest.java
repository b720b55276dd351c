package dev.caffeinecode.code;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GraphNodesTest {
    private final SampleGraph sample = new SampleGraph()
            .file("a.java")
            .symbol("b.java#B", SymbolKind.CLASS, Visibility.PUBLIC)
            .symbol("b.java#B.m", SymbolKind.METHOD, Visibility.PUBLIC)
            .file("c.java")
            .symbol("d.java#f")
            .dependency("junit");
    private final GraphNodes nodes = sample.build().nodes();

    @Test
    void filesComeBeforeTheirSymbolsAndPackagesLast() {
        assertThat(nodes.count()).isEqualTo(8);
        assertThat(nodes.files()).isEqualTo(4);
        assertThat(nodes.firstPackage()).isEqualTo(7);
        assertThat(nodes.find("c.java")).contains(2);
        assertThat(nodes.find("e.java")).isEmpty();
        assertThat(nodes.node(1, 0)).isEqualTo(4);
        assertThat(nodes.node(1, 1)).isEqualTo(5);
        assertThat(nodes.node(3, 0)).isEqualTo(6);
        assertThat(nodes.node(3, Symbol.NO_PARENT)).isEqualTo(3);
        assertThat(nodes.node(new SymbolId("d.java", 0))).isEqualTo(6);
        assertThatIllegalArgumentException().isThrownBy(() -> nodes.node(new SymbolId("e.java", 0)));
    }

    @Test
    void everyNodeIsOfOneSort() {
        assertThat(nodes.isFile(3)).isTrue();
        assertThat(nodes.isSymbol(3)).isFalse();
        assertThat(nodes.isSymbol(4)).isTrue();
        assertThat(nodes.isSymbol(6)).isTrue();
        assertThat(nodes.isPackage(6)).isFalse();
        assertThat(nodes.isPackage(7)).isTrue();
        assertThat(nodes.isSymbol(7)).isFalse();
    }

    @Test
    void fileOfASymbolSkipsFilesWithoutSymbols() {
        assertThat(nodes.fileOf(2)).isEqualTo(2);
        assertThat(nodes.fileOf(4)).isEqualTo(1);
        assertThat(nodes.fileOf(5)).isEqualTo(1);
        assertThat(nodes.fileOf(6)).isEqualTo(3);
        assertThat(nodes.fileOf(7)).isEqualTo(-1);
        assertThat(nodes.file(5).path()).isEqualTo("b.java");
    }

    @Test
    void nodesAreWhatTheirNumbersSay() {
        assertThat(nodes.get(0)).isEqualTo(new GraphNode.File("a.java"));
        assertThat(nodes.get(5)).isEqualTo(new GraphNode.Defined(new SymbolId("b.java", 1)));
        assertThat(nodes.symbol(6).name().simple()).isEqualTo("f");
        assertThat(nodes.get(7)).isEqualTo(new GraphNode.External(nodes.dependency(7)));
        assertThat(nodes.dependency(7).name()).isEqualTo("junit");
    }

    @Test
    void numbersLeadToNodesAndBack() {
        Random random = new Random(11);
        for (int round = 0; round < 30; round++) {
            SampleGraph many = new SampleGraph();
            for (int file = random.nextInt(40); file > 0; file--) {
                many.file("f" + file + ".py");
                for (int i = random.nextInt(4); i > 0; i--) {
                    many.symbol("f" + file + ".py#s" + i);
                }
            }
            GraphNodes all = many.dependency("x").build().nodes();
            Set<GraphNode> seen = new HashSet<>();
            for (int node = 0; node < all.count(); node++) {
                GraphNode what = all.get(node);
                int back = switch (what) {
                    case GraphNode.File file -> all.find(file.path()).orElseThrow();
                    case GraphNode.Defined defined -> all.node(defined.id());
                    case GraphNode.External _ -> all.firstPackage();
                };
                assertThat(back).isEqualTo(node);
                assertThat(seen.add(what)).isTrue();
            }
        }
    }
}
