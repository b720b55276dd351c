package dev.caffeinecode.docs.markdown;

import dev.caffeinecode.code.LineRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/Main.java",
                "a b/c#d?e.txt",
                "100%/50+50.md",
                "app/[slug]/(group)/page.tsx",
                "\u65e5\u672c\u8a9e/\u00e9.py",
                "..%2f..%2fetc",
                "a\\b\"<>|*.c"
            })
    void pathComesBackAsItWas(String path) {
        String link = Links.source(path, new LineRange(3, 9), "x");
        String destination = link.substring("[x](".length(), link.length() - 1);

        assertThat(destination).doesNotContainAnyWhitespaces().doesNotContain("(", ")", "<", ">", "[", "]");
        assertThat(Links.sourceTarget(destination)).contains(new Links.SourceTarget(path, new LineRange(3, 9)));
        assertThat(Links.sourceTarget(Links.sourceDestination(path))).contains(new Links.SourceTarget(path, null));
    }

    @Test
    void oneLineIsShownAsOneNumber() {
        assertThat(Links.source("a", new LineRange(3, 3), null)).isEqualTo("[`a:3`](source:a#L3-L3)");
        assertThat(Links.source("a", new LineRange(3, 4), " ")).isEqualTo("[`a:3-4`](source:a#L3-L4)");
    }

    @Test
    void titleOfAPageCannotBreakOut() {
        assertThat(Links.page("modules/a", "x](https://evil.example) <b>"))
                .isEqualTo("[x\\](https://evil.example) \\<b\\>](page:modules/a)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "source:%zz",
                "source:a#L0-L3",
                "source:a#L9-L3",
                "source:a#L99999999999-L99999999999",
                "source:a#top",
                "SOURCE:a",
                "https://example.org/source:a"
            })
    void brokenSourceLinkLeadsNowhere(String destination) {
        assertThat(Links.sourceTarget(destination)).isEmpty();
    }

    @Test
    void brokenPageLinkLeadsNowhere() {
        assertThat(Links.pageTarget("page:%")).isEmpty();
        assertThat(Links.pageTarget("pages:a")).isEmpty();
        assertThat(Links.pageTarget("page:modules/a%20b")).contains("modules/a b");
    }
}
