package dev.caffeinecode.code.text;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Location;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TextLinesTest {
    private final TextLines lines = TextLines.of("one\r\ntwo\n\nfour");

    @Test
    void linesCountFromOneAndLoseTheirEnds() {
        assertThat(lines.count()).isEqualTo(4);
        assertThat(lines.line(1)).isEqualTo("one");
        assertThat(lines.line(3)).isEmpty();
        assertThat(lines.line(4)).isEqualTo("four");
        assertThat(lines.lines(new LineRange(1, 3))).isEqualTo("one\ntwo\n");
    }

    @Test
    void nothingFollowsTheLastLineEnd() {
        assertThat(TextLines.of("one\n").count()).isEqualTo(1);
        assertThat(TextLines.of("one\n").line(1)).isEqualTo("one");
        assertThat(TextLines.of("\n").line(1)).isEmpty();
        assertThat(TextLines.of("").count()).isZero();
    }

    @Test
    void lineThatIsNotThereCannotBeRead() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> lines.line(5));
        assertThat(lines.has(new LineRange(4, 5))).isFalse();
    }

    @Test
    void numbersStandInAColumn() {
        assertThat(lines.numbered(new LineRange(1, 2))).isEqualTo("    1| one\n    2| two\n");
    }

    @Test
    void longLineIsShownInPart() {
        String shown = TextLines.of("x".repeat(5000)).numbered(new LineRange(1, 1));

        assertThat(shown).endsWith("xxx… (4000 more characters)\n").hasSizeLessThan(1100);
    }

    @Test
    void digestIsTheSameForWindowsAndUnixLines() {
        LineRange both = new LineRange(1, 2);

        assertThat(TextLines.of("one  \r\ntwo").digest(both))
                .isEqualTo(TextLines.of("one\ntwo\nthree").digest(both))
                .isNotEqualTo(TextLines.of("one\n two").digest(both))
                .hasSize(64);
    }

    @Test
    void excerptEndsWithTheFile() {
        assertThat(Excerpt.of("a.txt", lines, new LineRange(3, 9))).hasValueSatisfying(excerpt -> {
            assertThat(excerpt.source()).isEqualTo(new Location("a.txt", new LineRange(3, 4)));
            assertThat(excerpt.numbered()).isEqualTo("    3| \n    4| four\n");
        });
        assertThat(Excerpt.of("a.txt", lines, new LineRange(5, 9))).isEmpty();
    }

    @Test
    void binaryHasNoLines() {
        assertThat(TextLines.of(new byte[] {0, 1, 2})).isEmpty();
        assertThat(TextLines.of(new byte[] {'a', '\n', 'b'}))
                .map(TextLines::count)
                .contains(2);
    }
}
