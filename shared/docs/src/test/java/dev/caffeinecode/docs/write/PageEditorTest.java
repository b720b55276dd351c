package dev.caffeinecode.docs.write;

import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.Prices;
import dev.caffeinecode.ai.Provider;
import dev.caffeinecode.ai.TokenUsage;
import dev.caffeinecode.docs.Fixture;
import dev.caffeinecode.docs.citation.Citation;
import dev.caffeinecode.docs.plan.PageKind;
import dev.caffeinecode.docs.plan.PlannedPage;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PageEditorTest {
    private static final ModelId SONNET = new ModelId(Provider.BEDROCK, "eu.anthropic.claude-sonnet-5-5");
    private static final PlannedPage MODULE = Fixture.planned(
            PageKind.MODULE, "src/main/java/shop/cart", List.of("src/main/java/shop/cart/Cart.java"), List.of());

    private final Fixture shop = Fixture.folder("shop");
    private final PageEditor editor = new PageEditor(new Prices());

    private PageEditor.Edited edit(String draft, PageTask.Child... children) {
        Draft.Written.Text text = new Draft.Written.Text(draft, null, new TokenUsage(1_000, 2_000, 300, 0));
        return editor.edit(shop.task(MODULE, children), shop.sources(), "input", SONNET, text);
    }

    @Test
    void citationsAreLinkedAndRecorded() {
        PageEditor.Edited edited = edit("# Cart\n\n`Cart` adds up [src/main/java/shop/cart/Cart.java:20-22].\n");

        assertThat(edited.markdown())
                .isEqualTo(
                        "## Cart\n\n`Cart` adds up"
                                + " [`src/main/java/shop/cart/Cart.java:20-22`](source:src/main/java/shop/cart/Cart.java#L20-L22).\n");
        assertThat(edited.content().citations())
                .extracting(Citation::path, Citation::firstLine, Citation::lastLine)
                .containsExactly(tuple("src/main/java/shop/cart/Cart.java", 20, 22));
        assertThat(edited.content().summary()).isEqualTo("Cart adds up.");
        assertThat(edited.content().digest()).isEqualTo(Digests.of(edited.markdown()));
    }

    @Test
    void whatIsInventedNeverReachesAReader() {
        PageEditor.Edited edited = edit("It retries [src/Retry.java:1-9] and stops [README.md:500]."
                + " See [here](source:README.md#L1-L900), [there](source:src/Retry.java), [x](page:modules/nothing)"
                + " and [y](source:%zz).");

        assertThat(edited.markdown()).isEqualTo("It retries and stops. See here, there, x and y.\n");
        assertThat(edited.content().citationsRemoved()).isEqualTo(2);
        assertThat(edited.content().citations()).isEmpty();
    }

    @Test
    void linksLeadOnlyWhereTheSourceLeads() {
        PageEditor.Edited edited = edit(
                "[a](Item.java) [b](../../../../../README.md#install) [c](../../../../../../x)"
                        + " [d](/pom.xml) [e](https://evil.example/) [f](page:modules/api).",
                new PageTask.Child("modules/api", "api", ""));

        assertThat(edited.markdown())
                .startsWith("[a](source:src/main/java/shop/cart/Item.java) [b](source:README.md) c"
                        + " [d](source:pom.xml) e [f](page:modules/api).\n");
    }

    @Test
    void addressThatACitedFileNamesMayBeLinked() {
        String address = "https://shop.example.org/manual";

        assertThat(edit("[manual](" + address + ")").markdown()).isEqualTo("manual\n");
        assertThat(edit("[manual](" + address + ") [README.md:7]").markdown())
                .startsWith("[manual](https://shop.example.org/manual) ");
        assertThat(edit("[manual](https://user@shop.example.org/manual) [README.md:7]")
                        .markdown())
                .startsWith("manual ");
        assertThat(edit("[shop](https://shop.example.or) [README.md:7]").markdown())
                .startsWith("shop ");
        assertThat(edit("[shop](https://shop.example.org) [README.md:7]").markdown())
                .startsWith("shop ");
    }

    @Test
    void addressThatIsNoLinkOnThePageIsNoneInItsSummary() {
        PageEditor.Edited edited = edit("See [this](https://evil.example/?q=1) or https://evil.example.");

        assertThat(edited.markdown()).isEqualTo("See this or `https://evil.example`.\n");
        assertThat(edited.content().summary()).isEqualTo("See this or `https://evil.example`.");
    }

    @Test
    void addressIsKnownWhateverClosesItInTheSource() {
        String[] lines = {
            "See https://a.example/x.",
            "(https://a.example/x)",
            "'https://a.example/x',",
            "<https://a.example/x/>",
            "a: *https://a.example/x*"
        };
        for (String line : lines) {
            shop.file("src/main/java/shop/cart/Cart.java", "// https://a.example/xy and " + line + "\n");

            assertThat(edit("[x](https://a.example/x) [src/main/java/shop/cart/Cart.java:1]")
                            .markdown())
                    .startsWith("[x](https://a.example/x) ");
            assertThat(edit("[x](https://a.exam) [src/main/java/shop/cart/Cart.java:1]")
                            .markdown())
                    .startsWith("x ");
        }
    }

    @Test
    void credentialsAreMaskedInTextSummaryAndCount() {
        shop.file("src/main/java/shop/cart/Cart.java", "// ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789\n");

        PageEditor.Edited edited =
                edit("The key is ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789 [src/main/java/shop/cart/Cart.java:1].");

        assertThat(edited.markdown()).startsWith("The key is \\[secret removed\\]");
        assertThat(edited.content().summary()).doesNotContain("ghp_");
        assertThat(edited.content().secretsMasked()).isEqualTo(2);
    }

    @Test
    void characterThatTheDatabaseCannotHoldIsReplaced() {
        PageEditor.Edited edited = edit("A\u0000B [README.md:7|x\u0000].");

        assertThat(edited.markdown() + edited.content().summary()).doesNotContain("\u0000");
    }

    @Test
    void pagesBelowAreListedWhateverTheWriterSaid() {
        PageEditor.Edited edited = edit(
                "Text.",
                new PageTask.Child("modules/api", "api*", "Serves."),
                new PageTask.Child("modules/store", "store", ""));

        assertThat(edited.markdown())
                .isEqualTo(
                        "Text.\n\n## Pages\n\n- [api\\*](page:modules/api): Serves.\n- [store](page:modules/store)\n");
    }

    @Test
    void whatItCostIsKept() {
        PageEditor.Edited edited = edit("Text.");

        assertThat(edited.content().model()).isEqualTo(SONNET);
        assertThat(edited.content().inputDigest()).isEqualTo("input");
        assertThat(edited.content().tokensIn()).isEqualTo(1_300);
        assertThat(edited.content().tokensOut()).isEqualTo(2_000);
        assertThat(edited.content().costMicros()).isEqualTo(2_000 + 20_000 + 60);
    }
}
