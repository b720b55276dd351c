package dev.caffeinecode.code.links;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JavaLinksTest {
    private static final String CART = """
            package com.acme.shop;

            import java.util.List;

            public class Cart extends Basket implements Priced {
                public static final int MAX = 100;
                private final Owner owner;

                public Owner owner() { return owner; }
                public void add(Line line) { check(line.price()); }
                public void add(Line line, int count) { add(line); }
                @Override public Money price() { return Money.of(MAX).plus(owner.discount()); }
            }
            """;

    private static final String OTHERS = """
            package com.acme.shop;

            class Basket { void check(Money money) {} }
            interface Priced { Money price(); }
            class Line implements Priced { public Money price() { return null; } }
            class Owner { Money discount() { return null; } }
            class Money {
                static Money of(int cents) { return new Money(); }
                Money plus(Money other) { return this; }
            }
            """;

    private final Linked shop = Linked.of("src/Cart.java", CART).and("src/Others.java", OTHERS);

    @Test
    void membersAreFoundThroughDeclaredTypesAndSupertypes() throws InterruptedException {
        assertThat(shop.references())
                .contains(
                        "com.acme.shop.Cart -extends-> com.acme.shop.Basket",
                        "com.acme.shop.Cart -implements-> com.acme.shop.Priced",
                        "com.acme.shop.Cart.add -call-> com.acme.shop.Basket.check",
                        "com.acme.shop.Cart.add -call-> com.acme.shop.Line.price",
                        "com.acme.shop.Cart.price -call-> com.acme.shop.Money.of",
                        "com.acme.shop.Cart.price -call-> com.acme.shop.Money.plus",
                        "com.acme.shop.Cart.price -call-> com.acme.shop.Owner.discount",
                        "com.acme.shop.Cart.price -value-> com.acme.shop.Cart.MAX",
                        "com.acme.shop.Cart.owner -type-> com.acme.shop.Owner",
                        "com.acme.shop.Money.of -call-> com.acme.shop.Money",
                        "src/Cart.java -import-> standard/java.util");
    }

    @Test
    void overloadIsChosenByTheNumberOfArguments() throws InterruptedException {
        assertThat(shop.references())
                .filteredOn(each -> each.endsWith("com.acme.shop.Cart.add"))
                .containsExactly("com.acme.shop.Cart.add -call-> com.acme.shop.Cart.add");
    }

    @Test
    void namesAreNotEnough() throws InterruptedException {
        Linked other = shop.and("src/other/Use.java", """
                package com.acme.other;

                import com.acme.shop.Cart;

                class Use {
                    void use(Cart cart, Unknown unknown, java.util.List<String> list) {
                        cart.add(null);
                        unknown.add(null);
                        list.add("");
                        new Money();
                        check(null);
                    }
                }
                """);

        assertThat(other.references())
                .filteredOn(each -> each.startsWith("com.acme.other") || each.startsWith("src/other"))
                .containsExactlyInAnyOrder(
                        "src/other/Use.java -import-> src/Cart.java",
                        "src/other/Use.java -import-> com.acme.shop.Cart",
                        "com.acme.other.Use.use -call-> com.acme.shop.Cart.add",
                        "com.acme.other.Use.use -type-> com.acme.shop.Cart");
    }

    @Test
    void wildcardsAndStaticImportsAreFollowed() throws InterruptedException {
        Linked other = shop.and("src/Use.java", """
                package com.acme.use;

                import com.acme.shop.*;
                import static com.acme.shop.Money.of;
                import static com.acme.shop.Cart.*;
                import org.junit.jupiter.api.Test;

                class Use {
                    @Test
                    Money use() { return new Cart().price().plus(of(MAX)); }
                }
                """).and("pom.xml", """
                        <project><groupId>com.acme</groupId><artifactId>shop</artifactId><dependencies>
                        <dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId></dependency>
                        </dependencies></project>
                        """);

        assertThat(other.references())
                .contains(
                        "com.acme.use.Use.use -call-> com.acme.shop.Cart",
                        "com.acme.use.Use.use -call-> com.acme.shop.Cart.price",
                        "com.acme.use.Use.use -call-> com.acme.shop.Money.plus",
                        "com.acme.use.Use.use -call-> com.acme.shop.Money.of",
                        "com.acme.use.Use.use -value-> com.acme.shop.Cart.MAX",
                        "com.acme.use.Use.use -type-> maven/org.junit.jupiter:junit-jupiter",
                        "src/Use.java -import-> maven/org.junit.jupiter:junit-jupiter");
    }

    @Test
    void graphDoesNotDependOnTheNumberOfThreads() throws InterruptedException {
        assertThat(shop.graph()).isEqualTo(shop.graph());
    }
}
