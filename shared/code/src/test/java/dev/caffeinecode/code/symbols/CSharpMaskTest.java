package dev.caffeinecode.code.symbols;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

class CSharpMaskTest {
    @Test
    void conditionsAroundAttributesAreBlankedOut() {
        String source = """
                class A {
                #if OLD
                    [Fact]
                #elif NEWER
                    [Theory]
                #else
                    [Test]
                #endif
                    [Data]
                    public void B() {}
                }
                """;

        String masked = masked(source);

        assertThat(masked).hasSameSizeAs(source).doesNotContain("#").contains("[Fact]", "[Theory]", "[Test]");
        assertThat(masked.lines()).hasSameSizeAs(source.lines().toList());
    }

    @Test
    void lineEndsOfWindowsStay() {
        String source = "class A {\r\n#if OLD\r\n[Fact]\r\n#endif\r\nint b;\r\n}\r\n";

        assertThat(masked(source)).isEqualTo("class A {\r\n       \r\n[Fact]\r\n      \r\nint b;\r\n}\r\n");
    }

    @Test
    void otherConditionsStay() {
        for (String inside : new String[] {"int b;\n", "", "[Fact]\nint b;\n", "[Fact\n", "#region a\n[Fact]\n"}) {
            String source = "#if OLD\n" + inside + "#endif\n";

            assertThat(masked(source)).isEqualTo(source);
        }
    }

    @Test
    void innerConditionsAreBlankedOutAlone() {
        assertThat(masked("#if A\nint a;\n#if B\n[C]\n#endif\nint b;\n#endif\n"))
                .isEqualTo("#if A\nint a;\n     \n[C]\n      \nint b;\n#endif\n");
    }

    private static String masked(String source) {
        byte[] utf8 = source.getBytes(StandardCharsets.UTF_8);
        return new String(CSharpMask.apply(utf8), StandardCharsets.UTF_8);
    }
}
