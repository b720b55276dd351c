package dev.caffeinecode.code.symbols;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

class MacroMaskTest {
    @Test
    void macroAloneOnALineIsBlank() {
        assertThat(masked("LIB_BEGIN_NAMESPACE\nnamespace a {\nclass B {\n  Q_OBJECT\npublic:\n"
                        + "  C_DISABLE(B)\n  int c;\n};\n}\nLIB_END"))
                .isEqualTo(blank("LIB_BEGIN_NAMESPACE") + "\nnamespace a {\nclass B {\n  " + blank("Q_OBJECT")
                        + "\npublic:\n  " + blank("C_DISABLE(B)") + "\n  int c;\n};\n}\n" + blank("LIB_END"));
    }

    @Test
    void attributeMacroIsBlank() {
        assertThat(masked("CURL_EXTERN int f(void) CURL_DEPRECATED;"))
                .isEqualTo(blank("CURL_EXTERN") + " int f(void) " + blank("CURL_DEPRECATED") + ";");
    }

    @Test
    void linkageBetweenDirectivesIsBlank() {
        assertThat(masked("#ifdef __cplusplus\nextern \"C\" {\n#endif\nint a;\n"
                        + "#ifdef __cplusplus\n} /* extern \"C\" */\n#endif"))
                .isEqualTo("#ifdef __cplusplus\n" + blank("extern \"C\" {") + "\n#endif\nint a;\n#ifdef __cplusplus\n"
                        + blank("} /* extern \"C\" */") + "\n#endif");
    }

    @Test
    void lastOfAListTypesAndFunctionsStay() {
        for (String source : new String[] {
            "enum e {\n  FIRST,\n  LAST\n};",
            "DWORD x;",
            "TEST(Cart, Adds)\n{\n}\n",
            "#define LONG_NAME \\\n  OTHER_NAME\nint a;",
            "int a = SOME_VALUE\n + 1;"
        }) {
            assertThat(masked(source)).isEqualTo(source);
        }
    }

    @Test
    void textWithoutMacrosIsNotCopied() {
        byte[] source = "int main(void) { return 0; }".getBytes(StandardCharsets.UTF_8);

        assertThat(MacroMask.apply(source)).isSameAs(source);
    }

    private static String masked(String source) {
        return new String(MacroMask.apply(source.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private static String blank(String text) {
        return " ".repeat(text.length());
    }
}
