package dev.caffeinecode.docs.verify;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTest {
    private static final String ENGLISH = "The cart keeps the items of one customer in the order in which they were put"
            + " in, and it adds up what they cost. It is not safe for use by several threads. ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "German#Der Warenkorb hält die Artikel eines Kunden in der Reihenfolge, in der sie hineingelegt wurden, und"
                        + " addiert, was sie kosten. Er ist nicht für mehrere Threads gedacht und wird von der Klasse Shop"
                        + " erzeugt.",
                "French#Le panier garde les articles d'un client dans l'ordre où ils ont été ajoutés et il additionne ce que"
                        + " les articles coûtent. Il n'est pas fait pour être utilisé par plusieurs fils, et la classe Shop"
                        + " le crée.",
                "Spanish#El carrito guarda los artículos de un cliente en el orden en que se añadieron y suma lo que cuestan."
                        + " No es seguro para varios hilos, y la clase Shop lo crea para cada uno de los clientes que"
                        + " llegan.",
                "Russian#Корзина хранит товары одного покупателя в том порядке, в котором они были добавлены, и складывает их"
                        + " стоимость. Она не предназначена для нескольких потоков.",
                "Chinese#购物车按照放入的顺序保存一位顾客的商品，并计算它们的总价。它不适合多个线程同时使用。",
                "Japanese#カートは一人の顧客の商品を入れた順番に保持し、その合計金額を計算します。複数のスレッドから同時に使うことはできません。"
            })
    void languageThatWasNotAskedForIsNamed(String language, String text) {
        String whole = (text + " ").repeat(4);

        assertThat(Language.insteadOf("English", whole)).contains(language);
        assertThat(Language.insteadOf(language, whole)).isEmpty();
        assertThat(Language.insteadOf(language, ENGLISH.repeat(4))).contains("English");
    }

    @Test
    void shortTextsAndUnknownLanguagesAreLeftAlone() {
        assertThat(Language.insteadOf("English", "Der Warenkorb hält die Artikel."))
                .isEmpty();
        assertThat(Language.insteadOf("Klingon", ENGLISH.repeat(4))).isEmpty();
        assertThat(Language.insteadOf("English", "Foo bar baz quux. ".repeat(100)))
                .isEmpty();
        assertThat(Language.insteadOf("English", "")).isEmpty();
    }
}
