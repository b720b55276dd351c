package dev.caffeinecode.docs.markdown;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

class CodeBlocksTest {
    private static String shout(String markdown) {
        return CodeBlocks.mapOutside(markdown, prose -> prose.toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\n```\ncode\n```\nB\n",
                "A\n~~~ text\ncode\n```\ncode\n~~~\nB",
                "A\n````\n```\ncode\n````\nB\n",
                "A\r\n```\r\ncode\r\n```\r\nB\r\n",
                "A\n```\ncode that never ends\n",
                "> A\n> ```\n> code\n> ```\n> B\n",
                "> ```\n> code\nB\n",
                "1. A\n\n   ```\n   code\n   ```\n\n   B\n",
                "- A\n  - B\n\n    ```\n    code\n    ```\n",
                "A\n\n    code\n\nB\n",
                ""
            })
    void codeStaysAsItIs(String markdown) {
        String whole = markdown.replace("code", "CODE")
                .replace("text", "TEXT")
                .replace(" that never ends", " THAT NEVER ENDS");

        assertThat(shout(markdown)).isEqualTo(markdown);
        assertThat(shout(markdown.replace("A", "a").replace("B", "b"))).isEqualTo(markdown);
        assertThat(whole.equals(markdown)).isEqualTo(!markdown.contains("code"));
    }

    @Test
    void fenceInTheMiddleOfALineIsNone() {
        assertThat(shout("a ``` b\nc\n")).isEqualTo("A ``` B\nC\n");
    }
}
