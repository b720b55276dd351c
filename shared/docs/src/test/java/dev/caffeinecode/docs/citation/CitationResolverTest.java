package dev.caffeinecode.docs.citation;

import dev.caffeinecode.code.text.TextLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CitationResolverTest {
    private static final Map<String, Integer> LINES = Map.of(
            "src/Main.java", 40,
            "docs/read me.md", 5,
            "src/caf\u00e9/\u65e5\u672c.py", 9,
            "app/[slug]/page.tsx", 12,
            "Makefile", 3,
            "a:b.txt", 4,
            "localhost", 9_000);

    private final CitationResolver resolver = new CitationResolver(path ->
            Optional.ofNullable(LINES.get(path)).map(count -> TextLines.of(("text of " + path + "\n").repeat(count))));

    private String markdown(String draft) {
        return resolver.resolve(draft).markdown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[src/Main.java:3-7]",
                "[`src/Main.java:3-7`]",
                "[src/Main.java:3\u20137]",
                "[src/Main.java:3 - 7]",
                "[src/Main.java:3-L7]",
                "[[src/Main.java:3-7]]",
                "[ src/Main.java:3-7]",
                "`src/Main.java:3-7`"
            })
    void everyWayToWriteARangeBecomesTheSameLink(String written) {
        CitationResolver.Resolved resolved = resolver.resolve("It starts here " + written + ".");

        assertThat(resolved.markdown()).isEqualTo("It starts here [`src/Main.java:3-7`](source:src/Main.java#L3-L7).");
        assertThat(resolved.citations())
                .extracting(Citation::path, Citation::firstLine, Citation::lastLine)
                .containsExactly(tuple("src/Main.java", 3, 7));
        assertThat(resolved.removed()).isZero();
    }

    @Test
    void oneLineStandsForARangeOfOne() {
        assertThat(markdown("x [Makefile:2]")).isEqualTo("x [`Makefile:2`](source:Makefile#L2-L2)");
    }

    @Test
    void labelIsShownInPlaceOfPathAndLines() {
        assertThat(markdown("| [[src/Main.java:3-7|the loop]] |"))
                .isEqualTo("| [the loop](source:src/Main.java#L3-L7) |");
    }

    @Test
    void labelInATableMayHaveItsPipeEscaped() {
        assertThat(markdown("| [[src/Main.java:3-7\\|3\u20137]] |"))
                .isEqualTo("| [3\u20137](source:src/Main.java#L3-L7) |");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[src/Main.java:40-41]",
                "[src/Main.java:0-3]",
                "[src/Main.java:7-3]",
                "[src/Main.java:999999999-999999999]",
                "[src/Missing.java:1-2]",
                "[src/main.java:1-2]",
                "[[src/Missing.java:1-2|label]]",
                "`src/Missing.java:1-2`",
                "[../../etc/passwd:1-2]",
                "[/src/Main.java:1-2]",
                "[./src/Main.java:1-2]"
            })
    void whatDoesNotResolveIsTakenOutAndCounted(String written) {
        CitationResolver.Resolved resolved = resolver.resolve("Before " + written + " after.");

        assertThat(resolved.markdown()).isEqualTo("Before after.");
        assertThat(resolved.citations()).isEmpty();
        assertThat(resolved.removed()).isEqualTo(1);
    }

    @Test
    void pathsWithSpacesBracketsColonsAndUnicodeResolve() {
        assertThat(
                        markdown(
                                "[docs/read me.md:1-2] [src/caf\u00e9/\u65e5\u672c.py:9] [app/[slug]/page.tsx:1-12] [a:b.txt:4]"))
                .isEqualTo("[`docs/read me.md:1-2`](source:docs/read%20me.md#L1-L2)"
                        + " [`src/caf\u00e9/\u65e5\u672c.py:9`](source:src/caf%C3%A9/%E6%97%A5%E6%9C%AC.py#L9-L9)"
                        + " [`app/[slug]/page.tsx:1-12`](source:app/%5Bslug%5D/page.tsx#L1-L12)"
                        + " [`a:b.txt:4`](source:a%3Ab.txt#L4-L4)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[src/Main.java:1-2][Makefile:1]",
                "[src/Main.java:1-2] [Makefile:1]",
                "[src/Main.java:1-2], [Makefile:1]",
                "[src/Main.java:1-2; Makefile:1]",
                "[src/Main.java:1-2, Makefile:1]"
            })
    void citationsSideBySideAllResolve(String written) {
        assertThat(resolver.resolve(written).citations())
                .extracting(Citation::path)
                .containsExactly("src/Main.java", "Makefile");
    }

    @Test
    void severalRangesOfOneFileInOneBracketAllResolve() {
        CitationResolver.Resolved resolved = resolver.resolve("It loops [src/Main.java:1-2, 5-6, 90].");

        assertThat(resolved.markdown())
                .isEqualTo("It loops [`src/Main.java:1-2`](source:src/Main.java#L1-L2)"
                        + " [`src/Main.java:5-6`](source:src/Main.java#L5-L6).");
        assertThat(resolved.removed()).isEqualTo(1);
    }

    @Test
    void sameLinesCitedTwiceAreOneCitation() {
        CitationResolver.Resolved resolved = resolver.resolve("[Makefile:1-2] and [Makefile:1-2] and [Makefile:1-3]");

        assertThat(resolved.citations()).hasSize(2);
    }

    @Test
    void fencedCodeIsLeftAlone() {
        String fenced = "```text\n[src/Main.java:1-2] [gone.py:1]\n```\n";

        CitationResolver.Resolved resolved = resolver.resolve(fenced + "[Makefile:1]\n");

        assertThat(resolved.markdown()).startsWith(fenced);
        assertThat(resolved.citations()).hasSize(1);
        assertThat(resolved.removed()).isZero();
    }

    @Test
    void codeSpanThatIsNoPathIsKept() {
        CitationResolver.Resolved resolved = resolver.resolve("Listens on `127.0.0.1:8080` or `redis:6379`.");

        assertThat(resolved.markdown()).isEqualTo("Listens on `127.0.0.1:8080` or `redis:6379`.");
        assertThat(resolved.removed()).isZero();
    }

    @Test
    void bracketsThatAreNoCitationsAreKept() {
        String draft = "See [the guide](https://example.org:8443/x) and [note 1] and `map[a:1]` at [12:30-13:00].";

        assertThat(markdown(draft)).contains("[the guide](https://example.org:8443/x)", "[note 1]", "`map[a:1]`");
    }

    @Test
    void digestTellsTheLinesNotTheirLineEnds() {
        CitationResolver windows = new CitationResolver(_ -> Optional.of(TextLines.of("a\r\nb\r\n")));
        CitationResolver unix = new CitationResolver(_ -> Optional.of(TextLines.of("a\nb\n")));

        String digest = windows.resolve("[x:1-2]").citations().getFirst().digest();

        assertThat(digest)
                .isEqualTo(unix.resolve("[x:1-2]").citations().getFirst().digest());
        assertThat(digest)
                .isNotEqualTo(unix.resolve("[x:1]").citations().getFirst().digest());
    }

    @Test
    void longHostileTextTakesBoundedWork() {
        String open = "[".repeat(20_000) + "a".repeat(20_000) + ":1".repeat(20_000);

        assertThat(resolver.resolve(open + "\n[Makefile:1]").citations()).hasSize(1);
    }
}
