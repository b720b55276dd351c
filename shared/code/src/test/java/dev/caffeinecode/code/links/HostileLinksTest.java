package dev.caffeinecode.code.links;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Repositories that would take the linker for ever. */
@Timeout(60)
class HostileLinksTest {
    private static final String ORDER = """
            struct order { int total; struct order *next; };
            int pay(struct order *order) { return order->total + order->next->next->total; }
            """;

    @Test
    void whatIsDefinedAThousandTimesInOneFileIsLinkedInTime() throws InterruptedException {
        assertThat(Linked.of("order.c", ORDER.repeat(1_000)).references()).hasSizeLessThan(100_000);
    }

    @Test
    void whatIsDefinedInHundredsOfFilesIsLinkedInTime() throws InterruptedException {
        Linked copies = new Linked();
        for (int i = 0; i < 200; i++) {
            copies.and("copy" + i + "/order.c", ORDER.repeat(3));
        }

        assertThat(copies.references()).hasSizeLessThan(100_000);
    }

    @Test
    void membersOfAFewTypesOfOneNameAreStillFound() throws InterruptedException {
        Linked shop = Linked.of("a.h", "struct order { int total; };\n")
                .and("b.h", "struct order { int total; };\n")
                .and("pay.c", "int pay(struct order *order) { return order->total; }\n");

        assertThat(shop.references()).contains("pay -value-> order.total 50%");
    }
}
