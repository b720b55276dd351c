package dev.caffeinecode.code.rank;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.GraphNode;
import dev.caffeinecode.code.SampleGraph;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CodeSpansTest {
    private final CodeGraph graph = new SampleGraph()
            .symbol("src/Cart.java#Cart", SymbolKind.CLASS, Visibility.PUBLIC)
            .symbol("src/Cart.java#Cart.add", SymbolKind.METHOD, Visibility.PUBLIC)
            .symbol("src/Cart.java#Cart.close", SymbolKind.METHOD, Visibility.PUBLIC)
            .symbol("src/Shop.java#Shop", SymbolKind.CLASS, Visibility.PUBLIC)
            .symbol("src/Shop.java#Shop.close", SymbolKind.METHOD, Visibility.PUBLIC)
            .symbol("src/a.c#go")
            .file("lib/a.py")
            .file("lib/b/a.py")
            .build();

    @Test
    void namesBetweenBackticksAreFound() {
        assertThat(found("Use `Cart` and ``Shop``.")).containsExactly("Cart", "Shop");
        assertThat(found("Use Cart and 'Shop'.")).isEmpty();
    }

    @Test
    void membersAreFoundHoweverTheyAreWritten() {
        assertThat(found("`Cart.add(1, 2)`")).containsExactly("add");
        assertThat(found("`Cart#add`")).containsExactly("add");
        assertThat(found("`Cart::add()`")).containsExactly("add");
        assertThat(found("`add`")).containsExactly("add");
    }

    @Test
    void filesAreFoundByPathOrName() {
        assertThat(found("`src/a.c`")).containsExactly("src/a.c");
        assertThat(found("`a.c`")).containsExactly("src/a.c");
        assertThat(found("`lib/b/a.py`")).containsExactly("lib/b/a.py");
    }

    @Test
    void whatCouldBeSeveralOrIsTooShortIsNot() {
        assertThat(found("`close`")).isEmpty();
        assertThat(found("`a.py`")).isEmpty();
        assertThat(found("`go`")).isEmpty();
        assertThat(found("`Shop.close`")).containsExactly("close");
    }

    @Test
    void backticksWithoutEndDoNoHarm() {
        assertThat(found("`".repeat(100_000) + "x".repeat(100_000))).isEmpty();
        assertThat(found("```java\nnew Cart()\n```\n`Cart`")).containsExactly("Cart");
    }

    private List<String> found(String text) {
        return CodeSpans.mentioned(List.of(text), graph, graph.nodes()).stream()
                .map(node -> switch (graph.nodes().get(node)) {
                    case GraphNode.File file -> file.path();
                    case GraphNode.Defined _ ->
                        graph.nodes().symbol(node).name().simple();
                    case GraphNode.External external -> external.dependency().name();
                })
                .toList();
    }
}
