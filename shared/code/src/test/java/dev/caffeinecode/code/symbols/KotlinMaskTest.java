package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.Symbol;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

class KotlinMaskTest {
    private static String masked(String source) {
        return new String(KotlinMask.apply(source.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @Test
    void constructorOnTheNextLineIsRead() {
        String source = """
                class Cart<T>
                  @JvmOverloads
                  internal constructor(
                    val owner: String? = null,
                  ) : Base() {
                  fun total() = 0b0000_1111
                }
                """;

        SymbolReading reading = Shown.read(Language.KOTLIN, "Cart.kt", source);

        assertThat(reading.notes()).isEmpty();
        assertThat(reading.symbols())
                .extracting(symbol -> symbol.name().qualified())
                .contains("Cart", "Cart.owner", "Cart.total");
        assertThat(reading.symbols().getLast().lines().first()).isEqualTo(6);
    }

    @Test
    void secondConstructorsAndPlainTextsStay() {
        String source = "class A {\n  val ü = 1\n  constructor(a: Int) : this()\n}\nval n = 10b1\n";

        assertThat(masked(source)).isEqualTo(source);
    }

    @Test
    void lengthAndLinesAreKept() {
        assertThat(masked("fun interface F { fun f(): Int }")).isEqualTo("    interface F { fun f(): Int }");
        assertThat(masked("class A\r\n @B(1)\r\n constructor(")).isEqualTo("class A\r\n      \r\n            (");
    }

    @Test
    void symbolsOfFunctionalInterfacesAreThoseOfInterfaces() {
        Symbol first = Shown.read(Language.KOTLIN, "F.kt", "fun interface F {\n  fun f(): Int\n}\n")
                .symbols()
                .getFirst();

        assertThat(first.signature()).isEqualTo("interface F");
    }

    @Test
    void onlyTheFirstExpressionsInTextsStay() {
        String source = "val a = \"${b}\"\n".repeat(1_200);

        assertThat(masked(source)).isEqualTo("val a = \"${b}\"\n".repeat(1_000) + "val a = \" {b}\"\n".repeat(200));
    }
}
