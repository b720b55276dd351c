package dev.caffeinecode.code.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * How far bytes are well-formed UTF-8 (RFC 3629).
 *
 * @param multibyte well-formed characters of more than one byte
 * @param surrogates encoded surrogates, which well-formed UTF-8 has not
 * @param malformed other bytes that belong to no character
 */
record Utf8Scan(int multibyte, int surrogates, int malformed) {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    static Utf8Scan of(byte[] bytes, int from) {
        int multibyte = 0;
        int surrogates = 0;
        int malformed = 0;
        int i = from;
        while (i < bytes.length) {
            if (i + Long.BYTES <= bytes.length && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
                i += Long.BYTES;
                continue;
            }
            int length = lengthAt(bytes, i);
            if (length > 1) {
                multibyte++;
            } else if (length < 0) {
                surrogates++;
            } else if (length == 0) {
                malformed++;
            }
            i += length == 0 ? 1 : Math.abs(length);
        }
        return new Utf8Scan(multibyte, surrogates, malformed);
    }

    boolean isWellFormed() {
        return surrogates == 0 && malformed == 0;
    }

    /** Returns the bytes of the character at an index: 0 if there is none, -3 if it is a surrogate. */
    private static int lengthAt(byte[] bytes, int i) {
        int first = bytes[i] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || i + length > bytes.length) {
            return 0;
        }
        int second = bytes[i + 1] & 0xFF;
        for (int k = 1; k < length; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        boolean overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
        if (overlong || (first == 0xF4 && second > 0x8F)) {
            return 0;
        }
        return first == 0xED && second > 0x9F ? -3 : length;
    }
}
