package dev.caffeinecode.code.text;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokenEstimateTest {
    @Test
    void threeCharactersAreAToken() {
        assertThat(TokenEstimate.of("")).isZero();
        assertThat(TokenEstimate.of("abc")).isEqualTo(1);
        assertThat(TokenEstimate.of("abcd")).isEqualTo(2);
    }

    @Test
    void characterOfEastAsiaIsAToken() {
        assertThat(TokenEstimate.of("日本語abc")).isEqualTo(4);
    }

    @Test
    void sizeIsRatherMeantThanGuarded() {
        assertThat(TokenEstimate.ofBytes(3_600)).isCloseTo(1_000, Offset.offset(1e-9));
        assertThat(TokenEstimate.ofBytes(3_600)).isLessThan(TokenEstimate.of("x".repeat(3_600)));
    }
}
