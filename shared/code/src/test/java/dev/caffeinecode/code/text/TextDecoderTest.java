package dev.caffeinecode.code.text;

import dev.caffeinecode.code.TextEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class TextDecoderTest {
    private static final String SOURCE = "// Größe in £, naïve café\nint grösse = 1;\r\n";

    @Test
    void utf8IsTakenAsItIs() {
        byte[] content = (SOURCE + "\ud83d\ude00\u4e2d").getBytes(StandardCharsets.UTF_8);

        DecodedText text = decode(content);

        assertThat(text.encoding()).isEqualTo(TextEncoding.UTF_8);
        assertThat(text.utf8()).isSameAs(content);
        assertThat(text.isLossy()).isFalse();
    }

    @Test
    void byteOrderMarksAreTakenOff() {
        assertThat(decode(bytes("EFBBBF" + "61")).text()).isEqualTo("a");
        assertThat(decode(bytes("EFBBBF" + "61")).encoding()).isEqualTo(TextEncoding.UTF_8_BOM);
        assertThat(decode(bytes("FFFE" + "6100" + "E400")).text()).isEqualTo("a\u00e4");
        assertThat(decode(bytes("FFFE" + "6100")).encoding()).isEqualTo(TextEncoding.UTF_16_LE);
        assertThat(decode(bytes("FEFF" + "0061" + "00E4")).text()).isEqualTo("a\u00e4");
        assertThat(decode(bytes("FEFF" + "0061")).encoding()).isEqualTo(TextEncoding.UTF_16_BE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsKnownWithoutMark(String charset) {
        DecodedText text = decode(SOURCE.getBytes(Charset.forName(charset)));

        assertThat(text.text()).isEqualTo(SOURCE);
        assertThat(text.encoding().label()).isEqualTo(charset.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252"})
    void latinTextIsDecoded(String charset) {
        DecodedText text = decode(SOURCE.getBytes(Charset.forName(charset)));

        assertThat(text.text()).isEqualTo(SOURCE);
        assertThat(text.encoding()).isEqualTo(TextEncoding.WINDOWS_1252);
    }

    @Test
    void brokenCharactersOfUtf8AreReplaced() {
        byte[] content = "ä ö ü ß é è x y z".getBytes(StandardCharsets.UTF_8);
        content[content.length - 1] = (byte) 0xFF;

        DecodedText text = decode(content);

        assertThat(text.text()).isEqualTo("ä ö ü ß é è x y \uFFFD");
        assertThat(text.isLossy()).isTrue();
    }

    @Test
    void loneSurrogatesAreReplaced() {
        assertThat(decode(bytes("61" + "EDA080" + "62")).text())
                .startsWith("a\uFFFD")
                .endsWith("b");
        assertThat(decode(bytes("FFFE" + "6100" + "00D8" + "6200")).text()).startsWith("a\uFFFD");
    }

    @Test
    void truncatedCharacterIsReplaced() {
        assertThat(decode(bytes("C3A4C3A4C3A4" + "E4B8")).text()).isEqualTo("äää\uFFFD");
    }

    @Test
    void zerosMakeItBinary() {
        assertThat(TextDecoder.decode(bytes("616200"))).isEmpty();
        assertThat(TextDecoder.decode(bytes("89504E470D0A1A0A0000000D49484452")))
                .isEmpty();
        assertThat(TextDecoder.decode(bytes("FFFE0000" + "61000000"))).isEmpty();
    }

    @Test
    void controlCharactersMakeItBinary() {
        byte[] content = new byte[4000];
        new Random(3).nextBytes(content);
        for (int i = 0; i < content.length; i++) {
            content[i] = content[i] == 0 ? 1 : content[i];
        }

        assertThat(TextDecoder.decode(content)).isEmpty();
        assertThat(TextDecoder.decode("\u001b[31mred\u001b[0m\ttext\f\n".getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    @Test
    void lateZeroIsReplaced() {
        byte[] content = new byte[20_000];
        Arrays.fill(content, (byte) 'a');
        content[15_000] = 0;

        DecodedText text = decode(content);

        assertThat(text.text()).doesNotContain("\0").contains("\uFFFD");
    }

    @Test
    void whateverComesOutIsWellFormedWithoutZero() {
        Random random = new Random(5);
        for (int round = 0; round < 2000; round++) {
            byte[] content = new byte[random.nextInt(300)];
            random.nextBytes(content);
            for (int i = 0; i < content.length; i++) {
                content[i] = random.nextInt(10) < 8 ? (byte) ('a' + i % 26) : content[i];
            }
            TextDecoder.decode(content).ifPresent(text -> {
                assertThat(Utf8Scan.of(text.utf8(), 0).isWellFormed()).isTrue();
                assertThat(text.text()).doesNotContain("\0");
            });
        }
    }

    @Test
    void lastLineCountsWithoutEnd() {
        assertThat(decode(new byte[0]).lineCount()).isZero();
        assertThat(decode("a".getBytes(StandardCharsets.UTF_8)).lineCount()).isEqualTo(1);
        assertThat(decode("a\nb\n".getBytes(StandardCharsets.UTF_8)).lineCount())
                .isEqualTo(2);
        assertThat(decode("a\nb".getBytes(StandardCharsets.UTF_8)).lineCount()).isEqualTo(2);
    }

    @Test
    void headDoesNotTearCharacters() {
        String head =
                decode("\u4e2d".repeat(10_000).getBytes(StandardCharsets.UTF_8)).head();

        assertThat(head).matches("\u4e2d+");
    }

    private static DecodedText decode(byte[] content) {
        return TextDecoder.decode(content).orElseThrow();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
