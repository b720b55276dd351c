package dev.caffeinecode.docs.markdown;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownCleanerTest {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final LinkPolicy ONLY_DOCS = destination -> Optional.of(destination)
            .filter(allowed -> allowed.startsWith("source:docs/") || allowed.contains("//ok.org"));

    private final MarkdownCleaner cleaner = new MarkdownCleaner(ONLY_DOCS, 2);

    private String clean(String markdown) {
        return cleaner.clean(markdown);
    }

    private static String html(String markdown) {
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .build()
                .render(Parser.builder().extensions(TABLES).build().parse(markdown));
    }

    @Test
    void plainProseIsKept() {
        String page = """
                ## Title

                A *word*, a **bold** one, `code` & 1 < 2.

                1. one
                2. two
                   - inner

                | A | B |
                |---|---|
                | `x\\|y` | z |

                ```java
                int a = 1; // <b>
                ```
                """;

        assertThat(html(clean(page))).isEqualTo(html(page));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "text <script>alert(1)</script> text",
                "<img src=x onerror=alert(1)>",
                "a <svg onload=alert(1)> b",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<base href='https://evil.example/'>",
                "<style>@import 'https://evil.example/x.css'</style>",
                "<details>\n\n<script>alert(1)</script>\n\n</details>",
                "<!-- comment --><b onclick=alert(1)>x</b>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java\nscript:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](vbscript:x)",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x]( <javascript:alert(1)> \"title\" )",
                "<javascript:alert(1)>",
                "<https://evil.example/?q=1>",
                "[x][ref]\n\n[ref]: javascript:alert(1)",
                "[x][ref]\n\n[ref]: https://evil.example/",
                "![x](https://evil.example/?q=secret)",
                "![x][ref]\n\n[ref]: https://evil.example/x.png",
                "[![x](https://evil.example/a.png)](https://evil.example/)",
                "go to https://evil.example/x now",
                "go to www.evil.example/x now",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "\\<script>alert(1)\\</script>",
                "`<script>`</code><script>alert(1)</script>",
                "```html\n<script>alert(1)</script>",
                "~~~\n```\n<script>alert(1)</script>\n~~~\n<script>x</script>",
                "| a |\n|---|\n| <script>alert(1)</script> |",
                "[x](source:docs/a.md \"onmouseover=alert(1)\")"
            })
    void nothingActiveIsLeft(String hostile) {
        String cleaned = clean("Before.\n\n" + hostile + "\n\nAfter.");

        assertThat(html(cleaned))
                .doesNotContainIgnoringCase("<script", "<img", "<svg", "<iframe", "<base", "<style", "<b ", "<!--")
                .doesNotContainIgnoringCase("href=\"javascript", "href=\"vbscript", "href=\"data", "title=")
                .doesNotContain("href=\"https://evil", "src=")
                .startsWith("<p>Before.</p>");
        assertThat(clean(cleaned)).isEqualTo(cleaned);
    }

    @Test
    void bareAddressThatTheSourceDoesNotNameBecomesCode() {
        assertThat(clean("See https://evil.example/a_b?q=1, or (http://ok.org/x)."))
                .isEqualTo("See `https://evil.example/a_b?q=1`, or (http://ok.org/x).\n");
    }

    @Test
    void linkThatMayNotStayLeavesItsText() {
        assertThat(clean("See [the *guide*](https://evil.example) and [docs](source:docs/a.md#L1-L2)."))
                .isEqualTo("See the *guide* and [docs](source:docs/a.md#L1-L2).\n");
    }

    @Test
    void referenceToAnAllowedAddressBecomesAnInlineLink() {
        assertThat(clean("[docs][d]\n\n[d]: https://ok.org/x\n")).isEqualTo("[docs](https://ok.org/x)\n");
    }

    @Test
    void diagramNobodyCheckedIsShownAsText() {
        assertThat(clean("```mermaid\ngraph TD\nclick A javascript:alert(1)\n```"))
                .startsWith("```text\ngraph TD\n");
        assertThat(clean("``` Mermaid {init: x}\ngraph TD\n```")).startsWith("```text\n");
        assertThat(clean("```c++\nint a;\n```")).startsWith("```c++\n");
        assertThat(clean("```\"><script>\nx\n```")).startsWith("```text\n");
    }

    @Nested
    class Headings {
        @Test
        void areMovedDownTogetherBelowTheTitle() {
            assertThat(clean("# A\n\n## B\n\n###### C")).isEqualTo("## A\n\n### B\n\n###### C\n");
        }

        @Test
        void areLeftAloneWhereTheyFit() {
            assertThat(clean("## A\n\n### B")).isEqualTo("## A\n\n### B\n");
        }

        @Test
        void underlinedOnesAreHeadingsToo() {
            assertThat(clean("A\n===\n\nB\n---")).isEqualTo("## A\n\n### B\n");
        }

        @Test
        void thatAreQuotedBecomeBoldAndMoveNothing() {
            assertThat(clean("> OkHttp `5`\n> ======\n>\n> # Use\n> text\n\n## Files"))
                    .isEqualTo("> **OkHttp `5`**\n> \n> **Use**\n> \n> text\n\n## Files\n");
        }

        @Test
        void inListsBecomeBold() {
            assertThat(clean("- # Item\n- two\n\n## Files")).contains("**Item**", "\n## Files");
        }
    }

    @Test
    void frontMatterIsJustText() {
        String cleaned = clean("---\nlayout: evil\n---\nText");

        assertThat(cleaned).doesNotStartWith("---\nlayout");
        assertThat(html(cleaned)).contains("layout: evil");
    }

    @Test
    void deepNestingEndsInText() {
        String quotes = ">".repeat(50_000) + " deep";
        String lists = "- ".repeat(5_000) + "deep";
        String emphasis = "*a **b ".repeat(20_000);
        String links = "[".repeat(50_000) + "x" + "](y)".repeat(50_000);

        assertThat(clean(quotes)).contains("deep").hasSizeLessThan(200_000);
        assertThat(clean(lists)).contains("deep");
        assertThat(clean(emphasis)).isNotBlank();
        assertThat(clean(links)).contains("x");
    }

    @Test
    void largeTextIsReadInOneGo() {
        String page = "A line with [a link](source:docs/x.md) and `code`.\n".repeat(100_000);

        assertThat(clean(page)).isEqualTo(page);
    }
}
