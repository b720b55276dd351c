package dev.caffeinecode.code.symbols;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DocTextTest {
    @Test
    void blockCommentLosesItsStars() {
        assertThat(DocText.ofComment("/**\n * One.\n *\n *   indented\n * <p>Two.\n */"))
                .isEqualTo("One.\n\n  indented\n<p>Two.");
    }

    @Test
    void blockCommentWithoutStarsKeepsItsLists() {
        assertThat(DocText.ofComment("/* One:\n   - a\n   - b\n*/")).isEqualTo("One:\n- a\n- b");
    }

    @Test
    void lineCommentsLoseTheirMarks() {
        assertThat(DocText.ofComment("/// One.\n///\n///   code")).isEqualTo("One.\n\n  code");
        assertThat(DocText.ofComment("# One.\n#two"))
                .isEqualTo("One.\ntwo".indent(1).stripTrailing().replace(" two", "two"));
    }

    @Test
    void rulersAndDirectivesSayNothing() {
        assertThat(DocText.ofComment("// ----------\n// Carts\n// ----------\n//nolint:all\n//go:noinline"))
                .isEqualTo("Carts");
        assertThat(DocText.ofComment("// eslint-disable-next-line")).isEmpty();
    }

    @Test
    void stringLosesQuotesAndIndentation() {
        assertThat(DocText.ofString("\"\"\"One.\n\n    Two.\n        code\n    \"\"\""))
                .isEqualTo("One.\n\nTwo.\n    code");
        assertThat(DocText.ofString("r'x'")).isEqualTo("x");
        assertThat(DocText.ofString("no string")).isEmpty();
        assertThat(DocText.ofString("\"\"\"")).isEmpty();
    }

    @Test
    void longTextIsCut() {
        assertThat(DocText.ofComment("// " + "x".repeat(20_000)))
                .hasSize(DocText.MAX_CHARACTERS + 1)
                .endsWith("…");
    }

    @Test
    void licenseIsKnownByItsWords() {
        assertThat(DocText.isLicense("Copyright (c) nobody")).isTrue();
        assertThat(DocText.isLicense("Copies a row")).isFalse();
    }

    @Test
    void noHalfOfACredentialIsLeftWhereATextIsCut() {
        String token = "ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789";
        String text = "x ".repeat(DocText.MAX_CHARACTERS / 2 - 10) + token + " y".repeat(20);

        assertThat(DocText.ofComment("// " + text)).endsWith("…").doesNotContain("ghp_");
    }
}
