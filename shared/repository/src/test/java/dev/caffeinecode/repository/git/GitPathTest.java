package dev.caffeinecode.repository.git;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

class GitPathTest {
    @Test
    void utf8TextStaysAsItIs() {
        assertThat(GitPath.of(utf8("src/caf\u00e9/\u65e5\u672c.java"))).isEqualTo("src/caf\u00e9/\u65e5\u672c.java");
    }

    @Test
    void markupStaysAsItIsBecauseEscapingIsForWhoShowsIt() {
        assertThat(GitPath.of(utf8("<img src=x>.java"))).isEqualTo("<img src=x>.java");
    }

    @Test
    void controlCharactersAreEscapedAsGitDoes() {
        assertThat(GitPath.of(utf8("a\nb\tc\u0001"))).isEqualTo("\"a\\nb\\tc\\001\"");
    }

    @Test
    void quotesAndBackslashesAreEscapedSoThatNothingElseLooksQuoted() {
        assertThat(GitPath.of(utf8("a\"b\\c"))).isEqualTo("\"a\\\"b\\\\c\"");
    }

    @Test
    void octetsThatAreNotUtf8AreOctal() {
        assertThat(GitPath.of(new byte[] {'a', (byte) 0xff, '.', 'c'})).isEqualTo("\"a\\377.c\"");
    }

    @Test
    void normalisationFormsStayApart() {
        assertThat(GitPath.of(utf8("\u00e9"))).isNotEqualTo(GitPath.of(utf8("e\u0301")));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
