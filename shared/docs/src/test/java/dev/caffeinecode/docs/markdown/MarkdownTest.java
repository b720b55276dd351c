package dev.caffeinecode.docs.markdown;

import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTest {
    private static Node parse(String markdown) {
        return Parser.builder().build().parse(markdown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "# no heading",
                "- no item",
                "1. no item",
                "12) no item",
                "+ no item",
                "=====",
                "> no quote",
                "*a* _b_ **c** `d` ~e~ [f](g) ![h](i) <j> &amp; k|l $m$ \\n",
                "<script>alert(1)</script>",
                "[ref]: https://evil.example",
                "```",
                "~~~"
            })
    void escapedTextIsShownAsItIs(String text) {
        assertThat(TextContentRenderer.builder().build().render(parse(Markdown.escape(text))))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "`", "``", "a`b``c", "`a`", " a ", "a|b", "<b>", "\\", "*a*", "[x](y)"})
    void codeSpanHoldsWhateverTheTextHolds(String text) {
        Node span = parse("x " + Markdown.code(text) + " y")
                .getFirstChild()
                .getFirstChild()
                .getNext();

        assertThat(span).isInstanceOf(Code.class);
        assertThat(((Code) span).getLiteral().strip()).isEqualTo(text.strip());
    }

    @Test
    void controlCharactersAndLineEndsCannotHide() {
        assertThat(Markdown.code("a\u0000b\u202ec\nd\te")).isEqualTo("`a\ufffdb\ufffdc d e`");
        assertThat(Markdown.escape("a\u200bb")).isEqualTo("a\ufffdb");
        assertThat(Markdown.code(" \n ")).isEqualTo("` `");
    }

    @Test
    void blockIsFencedByMoreThanItHolds() {
        Node block = parse(Markdown.block("sh", "echo\n````\nrm\n")).getFirstChild();

        assertThat(block).isInstanceOf(FencedCodeBlock.class);
        assertThat(((FencedCodeBlock) block).getLiteral()).isEqualTo("echo\n````\nrm\n");
        assertThat(block.getNext()).isNull();
    }

    @Test
    void codeInATableCellEscapesPipes() {
        assertThat(Markdown.codeCell("a|b")).isEqualTo("`a\\|b`");
    }
}
