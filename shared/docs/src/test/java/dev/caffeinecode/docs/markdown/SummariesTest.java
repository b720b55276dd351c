package dev.caffeinecode.docs.markdown;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SummariesTest {
    @Test
    void firstSentenceOfTheFirstParagraphIsTaken() {
        assertThat(Summaries.of("## Title\n\n> A notice.\n\nThe *cart* holds `items`. It also sums.\n\nMore."))
                .isEqualTo("The cart holds items.");
    }

    @Test
    void citationsAreLeftOut() {
        assertThat(Summaries.of("It loops [`a:1`](source:a#L1-L1) [`b:2`](source:b#L2-L2), twice [x](source:c).\n"))
                .isEqualTo("It loops, twice.");
    }

    @Test
    void linkThatIsNoCitationKeepsItsText() {
        assertThat(Summaries.of("See [the guide](page:guide).")).isEqualTo("See the guide.");
    }

    @Test
    void markupOfTheSourceIsEscaped() {
        assertThat(Summaries.of("Maps `List<T>` to [x\\] \\<b\\>."))
                .contains("\\<b\\>")
                .doesNotContain("<b>");
    }

    @Test
    void longSentenceIsCut() {
        assertThat(Summaries.of("word ".repeat(200)))
                .hasSizeLessThanOrEqualTo(240)
                .endsWith("\u2026");
    }

    @Test
    void textWithoutAParagraphHasNoSummary() {
        assertThat(Summaries.of("## Title\n\n- item\n\n```\ncode.\n```\n")).isEmpty();
        assertThat(Summaries.of("")).isEmpty();
    }

    @Test
    void cutDoesNotSplitACharacter() {
        String summary = Summaries.of("\ud83d\ude00".repeat(300));

        assertThat(summary.codePoints().filter(point -> point >= 0xd800 && point <= 0xdfff))
                .isEmpty();
    }
}
