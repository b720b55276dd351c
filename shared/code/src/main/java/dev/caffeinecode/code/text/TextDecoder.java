package dev.caffeinecode.code.text;

import dev.caffeinecode.code.TextEncoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Finds out how bytes are encoded and makes text of them, without ever failing on what a repository may hold. */
public final class TextDecoder {
    /** How much of a file decides whether it is text; git looks at as much. */
    private static final int SAMPLE_BYTES = 8000;

    /** Text has fewer control characters than one in this many. */
    private static final int CONTROLS_ONE_IN = 32;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private TextDecoder() {}

    /** Decodes the content of a file; empty if it is not text. */
    public static Optional<DecodedText> decode(byte[] bytes) {
        return decode(bytes, TextEncoding.NONE);
    }

    /**
     * Decodes the content of a file of which somebody says how it is encoded; empty if it is not text.
     *
     * @param said counts for bytes without a mark that are no UTF-8, if they can be what it says; {@link
     *     TextEncoding#NONE} if nobody says anything
     */
    public static Optional<DecodedText> decode(byte[] bytes, TextEncoding said) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(utf8(bytes, 3, TextEncoding.UTF_8_BOM));
        }
        if (startsWith(bytes, 0xFF, 0xFE) && !startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(decoded(bytes, 2, StandardCharsets.UTF_16LE, TextEncoding.UTF_16_LE));
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(decoded(bytes, 2, StandardCharsets.UTF_16BE, TextEncoding.UTF_16_BE));
        }
        if (said == TextEncoding.UTF_16_LE || said == TextEncoding.UTF_16_BE) {
            Optional<DecodedText> text = utf16(bytes, said);
            if (text.isPresent()) {
                return text;
            }
        }
        byte[] sample = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE_BYTES));
        if (contains(sample, 0)) {
            return utf16WithoutMark(bytes, sample);
        }
        if (controls(sample) * CONTROLS_ONE_IN > sample.length) {
            return Optional.empty();
        }
        Utf8Scan scan = Utf8Scan.of(bytes, 0);
        boolean mostlyUtf8 =
                said != TextEncoding.WINDOWS_1252 && scan.multibyte() + scan.surrogates() > scan.malformed();
        return Optional.of(
                scan.isWellFormed() || mostlyUtf8
                        ? utf8(bytes, 0, TextEncoding.UTF_8)
                        : decoded(bytes, 0, WINDOWS_1252, TextEncoding.WINDOWS_1252));
    }

    private static DecodedText utf8(byte[] bytes, int from, TextEncoding encoding) {
        if (Utf8Scan.of(bytes, from).isWellFormed() && !contains(bytes, 0)) {
            byte[] text = from == 0 ? bytes : Arrays.copyOfRange(bytes, from, bytes.length);
            return new DecodedText(text, encoding, false);
        }
        return decoded(bytes, from, StandardCharsets.UTF_8, encoding);
    }

    private static DecodedText decoded(byte[] bytes, int from, Charset charset, TextEncoding encoding) {
        String text = new String(bytes, from, bytes.length - from, charset).replace('\0', '\uFFFD');
        return new DecodedText(text.getBytes(StandardCharsets.UTF_8), encoding, text.indexOf('\uFFFD') >= 0);
    }

    /** Latin text in UTF-16 has a zero in nearly every pair of bytes, always on the same side. */
    private static Optional<DecodedText> utf16WithoutMark(byte[] bytes, byte[] sample) {
        int[] zeros = new int[2];
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] == 0) {
                zeros[i & 1]++;
            }
        }
        int pairs = sample.length / 2;
        boolean little = zeros[1] * 5 > pairs * 2 && zeros[0] * 20 < pairs;
        boolean big = zeros[0] * 5 > pairs * 2 && zeros[1] * 20 < pairs;
        if ((!little && !big) || bytes.length % 2 != 0) {
            return Optional.empty();
        }
        return utf16(bytes, little ? TextEncoding.UTF_16_LE : TextEncoding.UTF_16_BE);
    }

    /** Returns a text in UTF-16; empty if the bytes make none, or are plain UTF-8. */
    private static Optional<DecodedText> utf16(byte[] bytes, TextEncoding encoding) {
        if (bytes.length % 2 != 0 || (Utf8Scan.of(bytes, 0).isWellFormed() && !contains(bytes, 0))) {
            return Optional.empty();
        }
        DecodedText text = encoding == TextEncoding.UTF_16_LE
                ? decoded(bytes, 0, StandardCharsets.UTF_16LE, encoding)
                : decoded(bytes, 0, StandardCharsets.UTF_16BE, encoding);
        boolean plausible = !text.isLossy() && controls(text.utf8()) * CONTROLS_ONE_IN <= text.utf8().length;
        return plausible ? Optional.of(text) : Optional.empty();
    }

    private static int controls(byte[] bytes) {
        int controls = 0;
        for (byte each : bytes) {
            boolean layout = (each >= '\b' && each <= '\r' && each != 0x0B) || each == 0x1B;
            if ((each >= 0 && each < ' ' && !layout) || each == 0x7F) {
                controls++;
            }
        }
        return controls;
    }

    private static boolean contains(byte[] bytes, int value) {
        for (byte each : bytes) {
            if (each == value) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
