package dev.caffeinecode.docs.verify;

import dev.caffeinecode.docs.Fixture;
import dev.caffeinecode.docs.plan.PageKind;
import dev.caffeinecode.docs.plan.PlannedPage;
import dev.caffeinecode.docs.write.PageMaterial;
import dev.caffeinecode.docs.write.PageTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class VerifierTest {
    private static final String CART = "src/main/java/shop/cart/Cart.java";
    private static final PlannedPage PAGE =
            Fixture.planned(PageKind.MODULE, "src/main/java/shop/cart", List.of(CART), List.of());
    private static final String CITE = " [" + CART + ":20-22]";

    private final Fixture shop = Fixture.folder("shop");
    private final Verifier verifier = verifier();

    private Verifier verifier(PageTask.Child... children) {
        return new Verifier(PageMaterial.of(shop.task(PAGE, children), "English"));
    }

    private List<String> findings(String draft) {
        return findings(verifier, draft);
    }

    private static List<String> findings(Verifier verifier, String draft) {
        return verifier.check(draft).findings().stream()
                .map(finding -> finding.getClass().getSimpleName())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`Cart` adds up what its items cost {cite}.",
                "`Cart` adds up what its items cost. {cite}",
                "It adds up what the items cost. It needs no rounding {cite}.",
                "Its method `total()` adds up {cite}; so `Cart.total` and `shop.cart.Cart#total()` are one.",
                "These are the parts {cite}:\n\n- the items in the order of the customer\n- the cents of each of them\n",
                "| Name | What it does for the customer |\n|---|---|\n| `total` | adds up what it costs {cite} |\n",
                "> It says of itself that it adds up.\n\n[README.md:6-7]\n",
                "## Cart\n\nShort text.\n\n- `Cart`\n- `Item`\n",
                "The text is as follows:\n\n```java\nint invented = Inventor.invent(nothingAtAll);\n```\n",
                "Run `mvn -B verify` with `--quiet` in `src/`, see `*.java`, expect `200` or `null` {cite}.",
                "It is `public long total()` of `Item item`, in `items[0]`, as `List<Item>` in version `1.2.0` {cite}.",
                "See [above](#cart) and its [code](Cart.java) {cite}.\n\n## Cart\n\nText."
            })
    void whatIsTrueIsLeftAlone(String draft) {
        assertThat(verifier.check(draft.replace(" {cite}", CITE)).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "It retries what has failed three times [src/Retry.java:1-9].~UncitedParagraph,UnresolvedCitation",
                "It adds up {cite}. It retries what has failed [README.md:500].~UnresolvedCitation",
                "The `RetryPolicy` adds up what items cost {cite}.~UnknownName",
                "It calls `retryAll()` for what has failed {cite}.~UnknownName",
                "It calls `Cart.retryAll` for what has failed {cite}.~UnknownName",
                "It stands in `cart/Retry.java` as of now {cite}.~UnknownName",
                "It reads `SHOP_RETRIES` when it starts up {cite}.~UnknownName",
                "It is `void retry(RetryPolicy policy)` that does it {cite}.~UnknownName,UnknownName",
                "| Name | What it does |\\n|---|---|\\n| `Cart` | retries what has failed |~UncitedParagraph",
                "- It retries all that has failed.~UncitedParagraph",
                "It retries all that has failed.~UncitedParagraph",
                "It takes a list from the disk:\\n\\n- and retries all that failed~UncitedParagraph",
                "`Item` keeps its cents as a name [src/main/java/shop/Main.java:1-2].~Unsupported",
                "See [that](#nowhere).~BrokenLink",
                "See [that](https://evil.example/x).~UncitedParagraph,BrokenLink",
                "# The `RetryPolicy`\\n\\nIt adds up what it holds {cite}.~UnknownName",
            })
    void whatIsNotIsFound(String draft, String expected) {
        assertThat(String.join(",", findings(draft.replace(" {cite}", CITE).replace("\\n", "\n"))))
                .isEqualTo(expected);
    }

    @Test
    void credentialIsFound() {
        assertThat(findings("Its key is `ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789`."))
                .contains("SecretShown");
    }

    @Test
    void namesOfThePagesOwnFilesAreKnownWhateverTheyAre() {
        assertThat(findings("The word `customer` and the variable `items` are in it" + CITE + "."))
                .isEmpty();
        shop.file(CART, "class Cart { /* see the RetryPolicy of old */ }\n");

        assertThat(findings(verifier(), "There was a `RetryPolicy` in it once [" + CART + ":1]."))
                .isEmpty();
    }

    @Test
    void namesOfPackagesAreKnown() {
        assertThat(findings("It logs with `org.slf4j:slf4j-api` and so `org.slf4j.LoggerFactory`" + CITE + "."))
                .doesNotContain("UnknownName");
    }

    @Test
    void paragraphThatNamesAPageBelowRestsOnIt() {
        Verifier group = verifier(new PageTask.Child("modules/api", "api", "Serves."));

        assertThat(findings(group, "Read **api** to learn how it serves.")).isEmpty();
        assertThat(findings(group, "Read the api to learn how it serves.")).containsExactly("UncitedParagraph");
    }

    @Test
    void sentencesAreCountedByWhatTheirLinesHold() {
        Figures figures = verifier.check("`Cart` is a class of the shop [" + CART + ":11-27]. "
                        + "It is an entry that is never closed" + CITE + ". "
                        + "`Item` is empty from the start [src/main/java/shop/Main.java:1-2]. And [gone.py:1].")
                .figures();

        assertThat(figures.citations()).isEqualTo(4);
        assertThat(figures.identifiersResolved()).isEqualTo(2);
        assertThat(figures.supported()).isEqualTo(1);
        assertThat(figures.undecided()).isEqualTo(2);
        assertThat(figures.unsupported()).isEqualTo(1);
    }

    @Test
    void headingThatWasPlannedIsMissed() {
        Material material = PageMaterial.of(shop.task(PAGE), "English");
        Material planned = new Material(
                material.graph(),
                material.names(),
                material.sources(),
                material.links(),
                material.files(),
                List.of(),
                "English",
                List.of("Usage", "Errors"));

        assertThat(findings(new Verifier(planned), "## usage\n\nText.\n")).containsExactly("MissingHeading");
    }

    @Test
    void whatIsToldToTheModelIsShortAndOnOneLine() {
        String draft = "It is\n# said\n" + "and said again ".repeat(100) + " `Inv" + "ented".repeat(30) + "`.";

        assertThat(verifier.check(draft).findings())
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.instruction()).hasSizeLessThan(260).doesNotContain("\n"));
    }

    @Test
    void hostileDraftsTakeBoundedWork() {
        String[] drafts = {
            "> ".repeat(200_000) + "x",
            "- ".repeat(100_000) + "x",
            "*a **a ".repeat(60_000),
            "[".repeat(100_000) + "](".repeat(100_000),
            "`Invented" + "`x` `Other_one".repeat(60_000),
            ("[" + CART + ":1-27] ").repeat(25_000),
            "- It has [x" + ": a [b:1] c. ".repeat(60_000),
            "a. ".repeat(300_000),
            "- a\n".repeat(200_000) + "\n" + CITE,
            "|a|\n|-|\n" + "|`Inv_ented`|\n".repeat(50_000),
            "[x](#a)\n\n# a\n\n".repeat(40_000),
            "src/a/b.c/".repeat(100_000)
        };
        for (String draft : drafts) {
            Verdict verdict = verifier.check(draft);

            assertThat(new Cutter(verifier).cut(draft, verdict).markdown()).doesNotContain("Inv");
        }
    }
}
