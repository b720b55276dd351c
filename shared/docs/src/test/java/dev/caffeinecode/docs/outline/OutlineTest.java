package dev.caffeinecode.docs.outline;

import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.Prices;
import dev.caffeinecode.docs.Fixture;
import dev.caffeinecode.docs.markdown.Links;
import dev.caffeinecode.docs.plan.PageKind;
import dev.caffeinecode.docs.plan.PagePlanner;
import dev.caffeinecode.docs.plan.PlannedPage;
import dev.caffeinecode.docs.write.Draft;
import dev.caffeinecode.docs.write.PageEditor;
import dev.caffeinecode.docs.write.PageTask;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What readers without a model get; the pages of the shop are in {@code src/test/resources/outline}. */
class OutlineTest {
    private final Fixture shop = Fixture.folder("shop");
    private final PlannedPage plan = new PagePlanner().plan(shop.graph(), "shop");

    private static PageEditor.Edited write(Fixture fixture, PageTask task) {
        Draft draft = new OutlineWriter().draft(task);
        assertThat(draft.write(Fixture.NOBODY)).isInstanceOf(Draft.Written.Text.class);
        return new PageEditor(new Prices())
                .edit(task, fixture.sources(), draft.inputDigest(), ModelId.OUTLINE, (Draft.Written.Text)
                        draft.write(Fixture.NOBODY));
    }

    private static String html(String markdown) {
        return HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown));
    }

    private PlannedPage planned(String slug) {
        return slug.equals(plan.slug())
                ? plan
                : plan.children().stream()
                        .filter(page -> page.slug().equals(slug))
                        .findFirst()
                        .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"overview", "getting-started", "modules/root"})
    void pageIsAsExpected(String slug) throws IOException {
        PageTask.Child below = new PageTask.Child("modules/cart", "cart", "Holds items.");

        PageEditor.Edited edited =
                write(shop, slug.equals("overview") ? shop.task(plan, below) : shop.task(planned(slug)));

        Path expected = Path.of("src/test/resources/outline", slug.replace('/', '-') + ".md");
        assertThat(edited.markdown()).isEqualTo(Files.readString(expected));
        assertThat(edited.content().citationsRemoved()).isZero();
        assertThat(edited.content().citations()).isNotEmpty();
        assertThat(edited.content().costMicros()).isZero();
    }

    @Test
    void summariesSayWhatTheAuthorsSay() {
        assertThat(write(shop, shop.task(plan)).content().summary())
                .isEqualTo("Shop keeps the carts of a web shop in memory.");
        assertThat(write(shop, shop.task(planned("modules/root"))).content().summary())
                .isEqualTo("What a customer is about to buy.");
    }

    @Test
    void groupWithoutFilesSaysWhatItIsDividedInto() {
        PlannedPage group = Fixture.planned(PageKind.GROUP, "src", List.of(), List.of());
        PageTask task = shop.task(
                group, new PageTask.Child("a", "api", "Serves."), new PageTask.Child("b", "store_1", "Keeps."));

        PageEditor.Edited edited = write(shop, task);

        assertThat(edited.content().summary()).isEqualTo("Divided into 2 modules: api, store\\_1.");
        assertThat(edited.markdown())
                .contains("Divided into 2 modules: api, store\\_1.")
                .endsWith("\n## Pages\n\n- [api](page:a): Serves.\n- [store\\_1](page:b): Keeps.\n");
    }

    @Test
    void moduleWithoutDocumentsSaysWhatItsMainTypeSays() {
        List<String> files = List.of("src/main/java/shop/cart/Cart.java", "src/main/java/shop/cart/Item.java");
        PlannedPage cart = Fixture.planned(PageKind.MODULE, "src/main/java/shop/cart", files, List.of());

        assertThat(write(shop, shop.task(cart)).content().summary())
                .startsWith("The items of one customer, in the order they were put in");
    }

    @Test
    void moduleOfTestsAloneSaysHowManyThereAre() {
        PlannedPage tests = Fixture.planned(
                PageKind.MODULE, "src/test", List.of(), List.of("src/test/java/shop/cart/CartTest.java"));

        assertThat(write(shop, shop.task(tests)).content().summary())
                .isEqualTo("1 file of tests with 5 lines in `src/test/`.");
    }

    @Test
    void sameFactsGiveTheSameDigestAndOthersAnother() {
        PageTask task = shop.task(planned("modules/root"));
        String digest = new OutlineWriter().draft(task).inputDigest();

        assertThat(new OutlineWriter()
                        .draft(Fixture.folder("shop").task(planned("modules/root")))
                        .inputDigest())
                .isEqualTo(digest);
        assertThat(new OutlineWriter()
                        .draft(shop.task(planned("modules/root"), new PageTask.Child("a", "a", "")))
                        .inputDigest())
                .isNotEqualTo(digest);
        shop.file("src/main/java/shop/cart/Item.java", "package shop.cart;\n\npublic record Item() {}\n");
        assertThat(new OutlineWriter().draft(shop.task(planned("modules/root"))).inputDigest())
                .isNotEqualTo(digest);
    }

    @Test
    void emptyRepositoryStillHasAPage() {
        Fixture empty = new Fixture();
        PlannedPage overview = new PagePlanner().plan(empty.graph(), "empty");

        assertThat(write(empty, empty.task(overview)).markdown()).contains("0 files in all");
        assertThat(write(empty, empty.task(overview.children().getFirst())).markdown())
                .startsWith("> This page is an outline");
    }

    @Test
    void hostileNamesAndTextsStayText() {
        String evil = "src/<img src=x onerror=alert(1)>.py";
        Fixture hostile = new Fixture()
                .file(
                        evil,
                        "def f(a, b='`|[x](javascript:alert(1))'):\n    \"\"\"<script>x</script> [y](http://evil) | z\"\"\"\n")
                .file(
                        "README.md",
                        "# A\n\n<script>alert(1)</script>\n\n# [Evil](javascript:x)\n\nSee https://evil.example/x and ![p](http://t/x.gif).\n");
        PlannedPage module = Fixture.planned(PageKind.MODULE, "src", List.of(evil), List.of());

        String page = write(hostile, hostile.task(module)).markdown();
        String overview = write(hostile, hostile.task(new PagePlanner().plan(hostile.graph(), "x")))
                .markdown();

        assertThat(page).contains("`<img src=x onerror=alert(1)>.py`");
        assertThat(html(page)).doesNotContain("<img", "<script", "href=\"javascript", "href=\"http");
        assertThat(html(overview)).doesNotContain("<img", "<script", "href=\"javascript", "gif");
        assertThat(page.lines().filter(line -> line.startsWith("|")))
                .allSatisfy(
                        row -> assertThat(row.replaceAll("\\\\\\|", "").chars().filter(c -> c == '|'))
                                .hasSize(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"src/a\\nb\\377.py\"", "src/a|b.py", "src/[a](x)|`b`.py"})
    void oddPathsStayOneCellAndTheirCitationsResolve(String path) {
        Fixture odd = new Fixture()
                .file(
                        path,
                        "\"\"\"Does odd things.\"\"\"\n\ndef f():\n    pass\n\nif __name__ == '__main__':\n    f()\n");
        PlannedPage overview = new PagePlanner().plan(odd.graph(), "x");
        PlannedPage module = Fixture.planned(PageKind.MODULE, "src", List.of(path), List.of());

        PageEditor.Edited page = write(odd, odd.task(module));
        PageEditor.Edited start = write(odd, odd.task(overview.children().getFirst()));

        for (PageEditor.Edited edited : List.of(page, start)) {
            assertThat(edited.content().citationsRemoved()).isZero();
            assertThat(edited.content().citations())
                    .isNotEmpty()
                    .allSatisfy(citation -> assertThat(citation.path()).isEqualTo(path));
            assertThat(edited.markdown().lines().filter(line -> line.startsWith("|")))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(
                                    row.replaceAll("\\\\\\|", "").chars().filter(c -> c == '|'))
                            .hasSize(4));
            assertThat(edited.markdown()).contains("](source:" + Links.encode(path) + "#L");
            assertThat(edited.markdown().chars().filter(c -> c < ' ' && c != '\n'))
                    .isEmpty();
        }
    }

    @Test
    void linkIsShownAsItsTextAndNotFollowed() {
        Fixture linked = new Fixture()
                .file("src/a.py", "SECRET = 'only here'\n")
                .link("docs/passwd", "../../../../etc/passwd")
                .link("loop", "loop")
                .link("a", "src/a|[x](javascript:alert(1)).py");

        String page = write(linked, linked.task(new PagePlanner().plan(linked.graph(), "x")))
                .markdown();

        assertThat(page)
                .contains(
                        "## Links and submodules",
                        "|`docs/passwd`|symlink|`../../../../etc/passwd`|",
                        "|`loop`|symlink|`loop`|",
                        "|`a`|symlink|`src/a\\|[x](javascript:alert(1)).py`|")
                .doesNotContain("only here", "](source:docs", "](source:loop");
        assertThat(html(page)).doesNotContain("href=\"javascript");
    }

    @Test
    void credentialsOfDocstringsAndManifestsAreNotShown() {
        String token = "ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789";
        Fixture leaky = new Fixture()
                .file("src/a.py", "\"\"\"Asks with " + token + ".\"\"\"\n\ndef ask(key='" + token + "'):\n    pass\n")
                .file(
                        "pyproject.toml",
                        "[project]\nname = \"" + token + "\"\nversion = \"" + token + "\"\nlicense = \"" + token
                                + "\"\ndescription = \"Needs " + token + "\"\n\n[project.scripts]\nask = \"" + token
                                + ":x\"\n");
        PlannedPage overview = new PagePlanner().plan(leaky.graph(), "x");
        PlannedPage module = Fixture.planned(PageKind.MODULE, "src", List.of("src/a.py"), List.of());

        for (PlannedPage page : List.of(overview, overview.children().getFirst(), module)) {
            PageEditor.Edited edited = write(leaky, leaky.task(page));

            assertThat(edited.markdown().replace("\\", ""))
                    .contains("[secret removed]")
                    .doesNotContain("ghp_");
            assertThat(edited.content().summary().replace("\\", "")).doesNotContain("ghp_");
            assertThat(edited.content().secretsMasked()).isPositive();
        }
        assertThat(write(leaky, leaky.task(module)).content().summary()).isEqualTo("Asks with \\[secret removed\\].");
    }

    @Test
    void readmeWithOtherLineEndsAndLanguagesIsRead() {
        Fixture fixture = new Fixture().file("README.rst", "Shop\r\n====\r\n\r\nShop does *things*.\r\nMore.\r\n");

        assertThat(write(fixture, fixture.task(new PagePlanner().plan(fixture.graph(), "x")))
                        .content()
                        .summary())
                .isEqualTo("Shop does things.");
    }
}
