package dev.caffeinecode.testing;

import dev.caffeinecode.testing.Excerpt.Range;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class ExcerptTest {
    @Test
    void excerptsAreFoundAmongOtherText() {
        List<Excerpt> excerpts = Excerpt.in("""
                Describe this module.

                === src/Shop.java ===
                    9| class Shop {
                   10|
                   11|     void sell() {}

                === README.md ===
                    1| # Shop
                Write Markdown.
                """);

        assertThat(excerpts).extracting(Excerpt::path).containsExactly("src/Shop.java", "README.md");
        assertThat(excerpts.getFirst().ranges()).containsExactly(new Range(9, 11));
        assertThat(excerpts.getFirst().identifier(new Range(9, 11))).contains("Shop");
    }

    @Test
    void gapEndsARange() {
        Excerpt excerpt = Excerpt.in("""
                === a.py ===
                1| one
                2| two
                7| seven
                """).getFirst();

        assertThat(excerpt.ranges()).containsExactly(new Range(1, 2), new Range(7, 7));
    }

    @Test
    void twoExcerptsOfAFileAreOne() {
        List<Excerpt> excerpts = Excerpt.in("""
                === a.py ===
                1| one
                === b.py ===
                1| one
                === a.py ===
                2| two
                """);

        assertThat(excerpts).hasSize(2);
        assertThat(excerpts.getFirst().ranges()).containsExactly(new Range(1, 2));
    }

    @Test
    void longFilesAreCitedInParts() {
        StringBuilder prompt = new StringBuilder("=== long.py ===\n");
        for (int line = 1; line <= 100; line++) {
            prompt.append(line).append("| x\n");
        }

        assertThat(Excerpt.in(prompt.toString()).getFirst().ranges())
                .containsExactly(new Range(1, 20), new Range(21, 40), new Range(41, 60));
    }

    @Test
    void promptWithoutSourceHasNone() {
        assertThat(Excerpt.in("=== no lines ===\nor lines without a file")).isEmpty();
    }

    @Test
    void nameIsOneThatIsDefinedOrNoWordOfProse() {
        assertThat(nameIn("def sell(item):")).contains("sell");
        assertThat(nameIn("// Licensed to nobody; see maxItems below")).contains("maxItems");
        assertThat(nameIn("x = unit_price * 2")).contains("unit_price");
        assertThat(nameIn("# Just prose")).isEmpty();
    }

    private static Optional<String> nameIn(String line) {
        return Excerpt.in("=== a ===\n1| " + line).getFirst().identifier(new Range(1, 1));
    }
}
