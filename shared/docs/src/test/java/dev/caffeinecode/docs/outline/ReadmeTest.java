package dev.caffeinecode.docs.outline;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.text.TextLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ReadmeTest {
    private static Readme read(String text) {
        return Readme.of("README.md", TextLines.of(text));
    }

    private static List<Integer> introduction(String text) {
        return read(text).introduction(TextLines.of(text), 10);
    }

    @Test
    void sectionsGoFromHeadingToHeading() {
        Readme readme = read("before\n\n# A #\ntext\n\nB\n---\ntext\n\n```\n# no heading\n```\n### C\n");

        assertThat(readme.sections())
                .containsExactly(
                        new Readme.Section("", 0, new LineRange(1, 2), 0),
                        new Readme.Section("A", 1, new LineRange(3, 5), 1),
                        new Readme.Section("B", 2, new LineRange(6, 12), 2),
                        new Readme.Section("C", 3, new LineRange(13, 13), 1));
    }

    @ParameterizedTest
    @CsvSource({
        "'a\n\n- item\n---\n'",
        "'| a | b |\n|---|---|\n'",
        "'two lines\nof prose\n---\n'",
        "'---\n---\n'",
        "'#no heading\n'",
        "'    # code\n'"
    })
    void whatIsNoHeadingIsNone(String text) {
        assertThat(read(text).sections()).extracting(Readme.Section::level).containsOnly(0);
    }

    @Test
    void introductionSkipsBadgesAndTitles() {
        assertThat(introduction(
                        "# T\n\n[![b](x)](y) ![c](z)\n<p align=center>\n\nIt does.\nMore.\n\n<br>\n\n## Next\nx\n"))
                .containsExactly(6, 7);
    }

    @Test
    void introductionIsThatOfTheFirstSectionThatSaysSomething() {
        assertThat(introduction("# T\n\n## About\n\nIt does.\n")).containsExactly(5);
        assertThat(introduction("Title\n=====\n\nAbout\n-----\nIt does.\n")).containsExactly(6);
    }

    @Test
    void introductionIsBounded() {
        assertThat(introduction("a\n".repeat(100))).hasSize(10);
        assertThat(introduction("a\n" + "b".repeat(1 << 20) + "\nc\n")).containsExactly(1);
        assertThat(introduction("b".repeat(1 << 20))).isEmpty();
    }

    @Test
    void longHostileLinesTakeBoundedWork() {
        String badges = "![a](b)".repeat(100_000);
        String spaces = "# " + " ".repeat(100_000) + "x" + " ".repeat(100_000) + "#x";

        assertThat(introduction(badges + "\n" + spaces + "\nIt does.\n")).isEmpty();
        assertThat(read(spaces + "\nIt does.\n").sections()).hasSize(1);
    }

    @Test
    void emptyReadmeSaysNothing() {
        assertThat(read("").sections()).isEmpty();
        assertThat(introduction("\n\n")).isEmpty();
        assertThat(introduction("# Only a title\n")).isEmpty();
    }
}
