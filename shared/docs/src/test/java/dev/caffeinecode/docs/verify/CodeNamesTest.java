package dev.caffeinecode.docs.verify;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class CodeNamesTest {
    private static String sure(String code) {
        return CodeNames.in(code).stream()
                .filter(name -> name.form() != CodeNames.Form.MAYBE)
                .map(CodeNames.Name::text)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "Cart#Cart",
                "maxItems#maxItems",
                "MAX_ITEMS#MAX_ITEMS",
                "add()#add",
                "add(Item item)#add",
                "Cart.add(1, 2)#Cart.add",
                "Cart::add#Cart.add",
                "cart->total#cart.total",
                "@Override#Override",
                "${SHOP_HOME}#SHOP_HOME",
                "$shop_home#shop_home",
                "SHOP_HOME=/opt#SHOP_HOME",
                "os.path.join#os.path.join",
                "cart/Cart.java#cart/Cart.java",
                ".github/workflows/ci.yml#.github/workflows/ci.yml",
                "List<CartItem>#List CartItem",
                "public void add(CartItem item)#add CartItem",
                "private final CartItem item#CartItem",
                "new CartItem(\"someText\")#CartItem CartItem",
                "items[lastIndex]#lastIndex",
            })
    void namesAreFound(String code, String names) {
        assertThat(sure(code)).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "True",
                "None",
                "404",
                "1.2.3",
                "v1.2",
                "-1",
                "0x1F",
                "\"aText\"",
                "'aText'",
                "*.java",
                "src/**/Cart.java",
                "--maxItems",
                "mvn -B verify",
                "GET",
                "GET /api/carts",
                "UTF-8",
                "a/b",
                "/api/carts/{cartId}",
                "application/json",
                "https://example.org/aPath.html",
                "localhost:8080",
                "<artifactId>",
                "{\"cartId\": 1}",
                "junit-jupiter",
                "content-type",
                "a | b",
                "==",
                "->",
                "...",
                "\u2026",
                "VARCHAR(20)",
                "x -> x + 1",
                "SELECT * FROM CartItem",
                "foo ..."
            })
    void whatIsNoNameIsNotTakenForOne(String code) {
        assertThat(sure(code)).isEmpty();
    }

    @Test
    void longAndHostileSpansAreLeftAlone() {
        assertThat(CodeNames.in("aB".repeat(100_000))).isEmpty();
        assertThat(CodeNames.in("a_".repeat(149))).hasSizeLessThan(3);
        assertThat(CodeNames.in("(".repeat(300))).isEmpty();
        assertThat(CodeNames.in("a(".repeat(150)).size()).isLessThan(400);
        assertThat(CodeNames.in("${".repeat(100) + "x")).hasSizeLessThan(3);
    }
}
