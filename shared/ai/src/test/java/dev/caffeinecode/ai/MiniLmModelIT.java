package dev.caffeinecode.ai;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The real model, out of its jar. */
class MiniLmModelIT {
    private final MiniLmModel model = new MiniLmModel();

    private static double similarity(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    @Test
    void whatMeansTheSameLiesNearer() {
        List<float[]> texts = model.documents(List.of(
                        "cart.py | class Cart | Adds a line to the shopping cart of a customer.",
                        "tls.c | Verifies the certificate chain of a server during the handshake."))
                .vectors();

        float[] question = model.query("How do I put an article into the basket?");

        assertThat(similarity(question, texts.get(0))).isGreaterThan(similarity(question, texts.get(1)) + 0.1);
        assertThat(texts.get(0)).hasSize(model.id().dimension());
        assertThat(similarity(texts.get(0), texts.get(0))).isCloseTo(1, within(1e-5));
    }

    @Test
    void sameTextHasTheSameVectorInAnyCompany() {
        float[] alone = model.documents(List.of("price of a line")).vectors().getFirst();

        List<float[]> together =
                model.documents(List.of("x".repeat(100), "price of a line")).vectors();

        assertThat(together.get(1)).isEqualTo(alone);
        assertThat(model.query("price of a line")).isEqualTo(alone);
    }

    @Test
    void longTextIsCutAfterWhatTheModelReads() {
        String text = "cart line price ".repeat(200);

        assertThat(model.wordPieces(text)).isEqualTo(MiniLmModel.MAX_WORD_PIECES);
        assertThat(model.wordPieces("cart")).isEqualTo(3);
        assertThat(model.query(text)).isEqualTo(model.query(text + "tail"));
        assertThat(model.documents(List.of(text)).usage().input()).isEqualTo(MiniLmModel.MAX_WORD_PIECES);
    }

    @Test
    void oddTextHasAVectorToo() {
        assertThat(model.documents(List.of("", "\uFFFD\u0001", "😀".repeat(5_000), "\uD83D"))
                        .vectors())
                .hasSize(4)
                .allSatisfy(vector -> assertThat(similarity(vector, vector)).isCloseTo(1, within(1e-5)));
    }
}
