package dev.caffeinecode.code.names;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.SampleGraph;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NameIndexTest {
    private final CodeGraph graph = new SampleGraph()
            .symbol("src/shop/Cart.java#Cart", SymbolKind.CLASS, Visibility.PUBLIC)
            .symbol("src/shop/Cart.java#Cart.add", SymbolKind.METHOD, Visibility.PUBLIC)
            .symbol("src/shop/Shop.java#Shop", SymbolKind.CLASS, Visibility.PUBLIC)
            .symbol("src/shop/Shop.java#Shop.add", SymbolKind.METHOD, Visibility.PUBLIC)
            .file("Makefile")
            .file("maven:org.slf4j:slf4j-api")
            .build();
    private final NameIndex names = NameIndex.of(graph);

    @Test
    void pathsAreFoundByTheirEnds() {
        assertThat(names.hasPath("src/shop/Cart.java")).isTrue();
        assertThat(names.hasPath("shop/Cart.java")).isTrue();
        assertThat(names.hasPath("Cart.java")).isTrue();
        assertThat(names.hasPath("src/shop")).isTrue();
        assertThat(names.hasPath("shop")).isTrue();
        assertThat(names.hasPath("Makefile")).isTrue();
        assertThat(names.hasPath("art.java")).isFalse();
        assertThat(names.hasPath("src/Cart.java")).isFalse();
        assertThat(names.hasPath("src/shop/Cart")).isFalse();
        assertThat(names.hasPath("")).isFalse();
        assertThat(names.hasPath("/")).isFalse();
    }

    @Test
    void symbolsAreFoundByAsMuchOfTheirNameAsDocumentsWrite() {
        assertThat(names.hasName("Cart")).isTrue();
        assertThat(names.hasName("Cart.add")).isTrue();
        assertThat(names.hasName(NameIndex.plain("Cart#add(Item item)"))).isTrue();
        assertThat(names.hasName(NameIndex.plain("Cart->add"))).isTrue();
        assertThat(names.hasName("Cart.remove")).isFalse();
        assertThat(names.hasName("cart")).isFalse();
    }

    @Test
    void nameOfSeveralIsKnownAndIsOfNoneOfThem() {
        assertThat(names.hasName("add")).isTrue();
        assertThat(names.node("add")).isEmpty();
        assertThat(names.node("Shop.add")).isPresent();
        assertThat(names.node("nothing")).isEmpty();
    }

    @Test
    void extensionsOfTheRepositoryAreKnown() {
        assertThat(names.hasExtension("java")).isTrue();
        assertThat(names.hasExtension("py")).isFalse();
    }
}
