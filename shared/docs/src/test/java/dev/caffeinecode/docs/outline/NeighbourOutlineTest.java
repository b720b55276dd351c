package dev.caffeinecode.docs.outline;

import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.Prices;
import dev.caffeinecode.docs.Fixture;
import dev.caffeinecode.docs.plan.PagePlanner;
import dev.caffeinecode.docs.plan.PlannedPage;
import dev.caffeinecode.docs.write.Draft;
import dev.caffeinecode.docs.write.PageEditor;
import dev.caffeinecode.docs.write.PageTask;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What pages say of modules that use each other. */
class NeighbourOutlineTest {
    /** So much of it makes a folder a module of its own. */
    private static final String FILLER = "# " + "x".repeat(78) + "\n";

    private final Fixture shop = new Fixture()
            .file(
                    "shop/web/app.py",
                    "from shop.store.cart import Cart\nfrom shop.store.item import Item\n\ndef serve():\n    return Cart(Item())\n"
                            + FILLER.repeat(1_000))
            .file("shop/store/cart.py", "class Cart:\n    pass\n" + FILLER.repeat(500))
            .file("shop/store/item.py", "class Item:\n    pass\n" + FILLER.repeat(500))
            .file("shop/main.py", "from shop.web.app import serve\n\nserve()\n" + FILLER.repeat(400))
            .file("tests/test_cart.py", "from shop.web.app import serve\nfrom shop.store.cart import Cart\n")
            .file("docs_tool/a\"]<b>|x/gen.py", "from shop.store.cart import Cart\n\nCart()\n" + FILLER.repeat(1_000));

    private final PlannedPage plan = new PagePlanner().plan(shop.graph(), "shop");

    private static Stream<PlannedPage> all(PlannedPage page) {
        return Stream.concat(Stream.of(page), page.children().stream().flatMap(NeighbourOutlineTest::all));
    }

    private String page(String slug) {
        PlannedPage planned = all(plan)
                .filter(page -> page.slug().equals(slug))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(all(plan).map(PlannedPage::slug).toList()));
        PageTask task = shop.task(planned);
        Draft draft = new OutlineWriter().draft(task);
        PageEditor.Edited edited = new PageEditor(new Prices())
                .edit(task, shop.sources(), draft.inputDigest(), ModelId.OUTLINE, (Draft.Written.Text)
                        draft.write(Fixture.NOBODY));
        assertThat(edited.content().citationsRemoved()).isZero();
        return edited.markdown();
    }

    @Test
    void modulePageSaysWhatItUsesAndWhatUsesItWithLines() {
        assertThat(page("modules/shop/web"))
                .contains(
                        "## Uses\n\n|Module|References|For example in|\n|---|---|---|\n|[store](page:modules/shop/store)|")
                .contains("(source:shop/web/app.py#L5-L5)")
                .contains("## Used by\n\n", "|[shop](page:modules/shop)|", "(source:shop/main.py#L3-L3)")
                .doesNotContain("```mermaid", "test_cart.py#");
    }

    @Test
    void groupDrawsThePagesBelowAndItself() {
        assertThat(page("modules/shop"))
                .contains("```mermaid\nflowchart LR\n", "[\"store\"]\n", "[\"web\"]\n", "[\"shop\"]\n")
                .contains("|[web](page:modules/shop/web)|[store](page:modules/shop/store)|")
                .contains("|shop|[web](page:modules/shop/web)|")
                .contains("## Used by\n\n");
    }

    @Test
    void overviewDrawsModulesWhateverTheyAreCalled() {
        String overview = page("overview");

        assertThat(overview).contains("```mermaid\nflowchart LR\n", "[\"shop\"]\n", "#60;b#62;#124;x");
        assertThat(overview.lines().filter(line -> line.startsWith("    ")))
                .isNotEmpty()
                .allMatch(line ->
                        line.matches("    n[0-9]+(\\[\"([\\p{L}\\p{Nd} ./-]|#[0-9]+;)*\"]| -->\\|[0-9]+\\| n[0-9]+)"));
    }

    @Test
    void ofManyModulesTheMostTiedAreDrawnAndTheOthersCounted() {
        Fixture many = new Fixture().file("core/base.py", "class Base:\n    pass\n" + FILLER.repeat(500));
        for (int i = 10; i < 40; i++) {
            many.file("part" + i + "/p.py", "from core.base import Base\n\nBase()\n" + FILLER.repeat(500));
        }
        PageTask task = many.task(new PagePlanner().plan(many.graph(), "many"));

        String drawn = new NeighbourOutline(task).below();

        assertThat(drawn.lines().filter(line -> line.matches(" {4}n[0-9]+\\[.*")))
                .hasSize(12);
        assertThat(drawn).contains("[\"core\"]", "Left out, with fewer references: 19 modules and 19 uses.");
    }

    @Test
    void smallRepositoryHasNothingToDraw() {
        Fixture small = new Fixture().file("a.py", "import b\n").file("b.py", "x = 1\n");
        PageTask task = small.task(new PagePlanner().plan(small.graph(), "small"));

        assertThat(List.of(new NeighbourOutline(task).below(), new NeighbourOutline(task).around()))
                .containsOnly("");
    }
}
