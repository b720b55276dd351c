package dev.caffeinecode.code;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LineRangeTest {
    @Test
    void linesCountFromOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LineRange(0, 1));
    }

    @Test
    void lastLineIsNotBeforeTheFirst() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LineRange(2, 1));
    }
}
