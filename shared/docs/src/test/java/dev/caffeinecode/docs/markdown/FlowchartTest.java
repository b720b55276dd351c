package dev.caffeinecode.docs.markdown;

import dev.caffeinecode.docs.markdown.Flowchart.Arrow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FlowchartTest {
    /** What every line must be: letters, digits, spaces, slashes, dots, dashes and numbered characters in quotes. */
    private static final String GRAMMAR = "flowchart LR\n"
            + "(    n[0-9]+\\[\"([\\p{L}\\p{Nd} ./-]|#[0-9]+;)+\"]\n)*"
            + "(    n[0-9]+ -->\\|[0-9]+\\| n[0-9]+\n)*";

    private final MarkdownCleaner cleaner = new MarkdownCleaner(_ -> Optional.empty(), 2);

    @Test
    void boxesAndArrowsAreLines() {
        assertThat(new Flowchart(List.of("src/flask", "cart"), List.of(new Arrow(0, 1, 12))).mermaid())
                .isEqualTo("""
                flowchart LR
                    n1["src/flask"]
                    n2["cart"]
                    n1 -->|12| n2
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "end",
                "a\"]\n click n1 \"javascript:alert(1)\"",
                "%%{init: {}}%%",
                "`**bold** _x_`",
                "<img src=x onerror=alert(1)>",
                "#quot;&quot;",
                "1. one",
                "- one",
                "https://example.org/?a=b",
                "$$x^2$$",
                "caf\u00e9 \u4e2d\u6587 \ud835\udd38 \u202e",
                "a\\nb\\\"c",
                "subgraph x --> y;",
                "{{a}} ((b)) [c] |d|"
            })
    void whateverABoxIsCalledTheDiagramIsOfTheGrammarAndReadBack(String name) {
        Flowchart chart = new Flowchart(List.of(name, "b"), List.of(new Arrow(1, 0, 3)));

        assertThat(chart.mermaid()).matches(GRAMMAR);
        assertThat(Flowchart.parse(chart.mermaid())).contains(chart);
    }

    @Test
    void anyCharactersAreReadBack() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            String name = random.ints(1 + random.nextInt(70), 1, 0x2FFF)
                    .filter(c -> !Character.isSurrogate((char) c))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            Flowchart chart = new Flowchart(List.of(name), List.of());

            assertThat(chart.mermaid()).matches(GRAMMAR);
            assertThat(Flowchart.parse(chart.mermaid())).contains(chart);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "graph TD\n    n1[\"a\"]\n",
                "flowchart LR\n    n1[\"a\"]\n    click n1 \"https://example.org\"\n",
                "flowchart LR\n    n1[\"a\"]\n    n1 -->|1| n2\n",
                "flowchart LR\n    n2[\"a\"]\n",
                "flowchart LR\n    n1[\"<b>\"]\n",
                "flowchart LR\n    n1[\"a\"]; style n1 fill:#f00\n",
                "flowchart LR\n    n1[\"#1114112;\"]\n",
                "%%{init: {}}%%\nflowchart LR\n"
            })
    void whatCouldDoMoreThanShowIsNoDiagram(String source) {
        assertThat(Flowchart.parse(source)).isEmpty();
        assertThat(cleaner.clean("```mermaid\n" + source + "```\n")).startsWith("```text\n");
    }

    @Test
    void diagramStaysOnAPage() {
        String block = "```mermaid\n" + new Flowchart(List.of("a"), List.of()).mermaid() + "```\n";

        assertThat(cleaner.clean(block)).isEqualTo(block);
    }

    @Test
    void noDiagramIsLarge() {
        List<String> many = IntStream.range(0, Flowchart.MAX_BOXES + 1)
                .mapToObj(String::valueOf)
                .toList();
        List<Arrow> arrows = Stream.generate(() -> new Arrow(0, 0, 1))
                .limit(Flowchart.MAX_ARROWS + 1L)
                .toList();

        assertThatIllegalArgumentException().isThrownBy(() -> new Flowchart(many, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Flowchart(List.of("a"), arrows));
        assertThat(Flowchart.parse("flowchart LR\n" + "    n1[\"a\"]\n".repeat(100_000)))
                .isEmpty();
        assertThat(Flowchart.parse("flowchart LR\n    n1[\"" + "#1;".repeat(100_000) + "\n"))
                .isEmpty();
        assertThat(new Flowchart(List.of("a".repeat(500)), List.of()).mermaid()).hasSizeLessThan(120);
    }
}
