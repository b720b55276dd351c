package dev.caffeinecode.docs.verify;

import dev.caffeinecode.docs.Fixture;
import dev.caffeinecode.docs.plan.PageKind;
import dev.caffeinecode.docs.plan.PlannedPage;
import dev.caffeinecode.docs.write.PageMaterial;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CutterTest {
    private static final String CART = "src/main/java/shop/cart/Cart.java";
    private static final String CITE = " [" + CART + ":20-22]";
    private static final PlannedPage PAGE =
            Fixture.planned(PageKind.MODULE, "src/main/java/shop/cart", List.of(CART), List.of());

    private final Verifier verifier =
            new Verifier(PageMaterial.of(Fixture.folder("shop").task(PAGE), "English"));

    private Cutter.Rest cut(String draft) {
        return new Cutter(verifier).cut(draft, verifier.check(draft));
    }

    @Test
    void draftThatStandsIsLeftAsItIs() {
        String draft = "## Cart\n\n`Cart` adds up" + CITE + ".\n\n- x\n";

        assertThat(cut(draft)).isEqualTo(new Cutter.Rest(draft, 0, 0));
    }

    @Test
    void sentenceWithAnInventedNameGoesAndTheOthersStay() {
        Cutter.Rest rest =
                cut("It adds up" + CITE + ". The `RetryPolicy` retries" + CITE + ". It holds items" + CITE + ".");

        assertThat(rest.markdown()).isEqualTo("It adds up" + CITE + ". It holds items" + CITE + ".");
        assertThat(rest.cut()).isEqualTo(1);
    }

    @Test
    void statementWhoseCitationIsInventedGoesWithIt() {
        Cutter.Rest rest = cut("It adds up" + CITE + ". It retries three times [src/Retry.java:1-9].");

        assertThat(rest.markdown().strip()).isEqualTo("It adds up" + CITE + ".");
        assertThat(rest.citationsRemoved()).isEqualTo(1);
    }

    @Test
    void paragraphThatCitesNothingGoesWithItsHeading() {
        Cutter.Rest rest =
                cut("## Cart\n\nIt adds up" + CITE + ".\n\n## Retries\n\n### How\n\nIt retries all three times.\n");

        assertThat(rest.markdown().strip()).isEqualTo("## Cart\n\nIt adds up" + CITE + ".");
    }

    @Test
    void itemAndRowGoAndTheirNeighboursStay() {
        Cutter.Rest list =
                cut("- It adds up" + CITE + ".\n- It retries all three times.\n- It holds items" + CITE + ".\n");
        Cutter.Rest table = cut("| A | B |\n|---|---|\n| `Retrier` | x |\n| `Cart` | y |\n");

        assertThat(list.markdown().replaceAll("\n+", "\n"))
                .isEqualTo("- It adds up" + CITE + ".\n- It holds items" + CITE + ".\n");
        assertThat(table.markdown()).isEqualTo("| A | B |\n|---|---|\n| `Cart` | y |\n");
    }

    @Test
    void whatLosesItsCitationGoesAsWell() {
        Cutter.Rest rest = cut("It retries what has failed. The `RetryPolicy` says how often" + CITE + ".");

        assertThat(rest.markdown()).isBlank();
        assertThat(rest.cut()).isEqualTo(2);
    }

    @Test
    void listIsNotIntroducedWhenItIsGone() {
        assertThat(cut("It has parts of these kinds:\n\n- a `Retrier` of all that failed\n")
                        .markdown())
                .isBlank();
    }

    @Test
    void sentenceThatItsLinesDoNotShowIsMarked() {
        String sentence = "`Item` keeps its cents as a name [src/main/java/shop/Main.java:1-2].";

        assertThat(cut(sentence + " It adds up" + CITE + ".").markdown())
                .isEqualTo(sentence + Cutter.MARK + " It adds up" + CITE + ".");
        assertThat(cut("| A | B |\n|-|-|\n| `Item` | keeps its cents as a name [src/main/java/shop/Main.java:1-2] |\n")
                        .markdown())
                .endsWith(":1-2]" + Cutter.MARK + " |\n");
    }

    @Test
    void quotationKeepsItsMarks() {
        assertThat(cut("> It adds up" + CITE + ". The `RetryPolicy`\n> retries" + CITE + ". Done.\n")
                        .markdown())
                .isEqualTo("> It adds up" + CITE + ". Done.\n");
    }
}
