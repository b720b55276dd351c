package dev.caffeinecode.docs.outline;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DocProseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Adds {@code a < b}.~Adds `a < b`.",
                "See {@link Item}.~See `Item`.",
                "See {@link Item#price(int, int) its price}.~See its price.",
                "Is {@code Map<{K}>}.~Is `Map<{K}>`.",
                "A <b>bold</b> <code>x</code> &lt;y&gt;~A bold `x` \\<y\\>",
                "reST ``x`` and `y`~reST `x` and `y`",
                "Of {@index words}.~Of words.",
                "5 * 3 | 2_a [x] y~5 \\* 3 \\| 2\\_a \\[x\\] y",
                "An [SSLSocket] or [`Vec::new()`].~An `SSLSocket` or `Vec::new()`.",
                "List[Int] of [optional] [1] x.~List\\[Int\\] of \\[optional\\] \\[1\\] x.",
                "An [RFC 6265](http://x.org/y) cookie of [TLS suites][iana_tls].~An RFC 6265 cookie of TLS suites.",
                "<script>alert(1)</script>~alert(1)"
            })
    void docstringBecomesMarkdown(String text, String markdown) {
        assertThat(DocProse.of(text)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Returns :attr:`root_path` of :py:class:`App`.|Returns `root_path` of `App`.",
                "A :class:`~click.Group`, a :class:`.AppContext`, an :rfc:`6265`.|A `Group`, a `AppContext`, an `6265`.",
                "Its :meth:`effective level <~logging.Logger.level>`.|Its effective level.",
                "At 10:30:`x` or a: `b`.|At 10:30:`x` or a: `b`."
            })
    void rolesOfRestructuredTextAreReadAsSphinxShowsThem(String text, String markdown) {
        assertThat(DocProse.of(text)).isEqualTo(markdown);
    }

    @Test
    void manyColonsAndBackticksTakeNoLongerThanOthers() {
        assertThat(DocProse.of(":a:`x <".repeat(20_000))).isNotEmpty();
        assertThat(DocProse.of(":aaaaaaaaaaaaaaaaaaaa".repeat(20_000))).isNotEmpty();
    }

    @Test
    void linesBecomeOne() {
        assertThat(DocProse.of("a\n  b\t c\n")).isEqualTo("a b c");
    }

    @Test
    void entityIsReadOnce() {
        assertThat(DocProse.of("&amp;lt;")).isEqualTo("\\&lt;");
    }
}
