package dev.caffeinecode.code.format;

import dev.caffeinecode.code.Labelled;
import dev.caffeinecode.code.LineRange;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The numbers, texts and constants of what is stored; the other side of {@link GraphInput}. */
final class GraphOutput {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final GZIPOutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final Map<String, Integer> words = new HashMap<>();
    private int used;

    /** Begins with what tells this form from others. */
    GraphOutput(OutputStream out, String magic, int version) throws IOException {
        this.out = new Zipped(out);
        bytes(magic.getBytes(StandardCharsets.US_ASCII));
        one(version);
    }

    /** Compresses quickly: the default saves a seventh of the bytes (kafka: 6.1 instead of 7.2 MB) and takes longer. */
    private static final class Zipped extends GZIPOutputStream {
        Zipped(OutputStream out) throws IOException {
            super(out, BUFFER_BYTES);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Ends what is written; the stream below stays open. */
    void finish() throws IOException {
        flush();
        out.finish();
    }

    void lines(LineRange lines, int from) throws IOException {
        signed((long) lines.first() - from);
        number(lines.count() - 1L);
    }

    void flag(boolean value) throws IOException {
        one(value ? 1 : 0);
    }

    /** Writes bytes that are known by their hexadecimal digits. */
    void hex(String digits) throws IOException {
        bytes(HexFormat.of().parseHex(digits));
    }

    void label(Labelled constant) throws IOException {
        word(constant.label());
    }

    void optional(@Nullable String word) throws IOException {
        flag(word != null);
        if (word != null) {
            word(word);
        }
    }

    void word(String word) throws IOException {
        Integer known = words.putIfAbsent(word, words.size() + 1);
        number(known == null ? 0 : known);
        if (known == null) {
            text(word);
        }
    }

    void text(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        bytes(utf8);
    }

    void number(long value) throws IOException {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            one((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        one((int) left);
    }

    void signed(long value) throws IOException {
        number((value << 1) ^ (value >> 63));
    }

    void bytes(byte[] bytes) throws IOException {
        if (bytes.length > BUFFER_BYTES - used) {
            flush();
        }
        if (bytes.length > BUFFER_BYTES) {
            out.write(bytes);
            return;
        }
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    void one(int value) throws IOException {
        if (used == BUFFER_BYTES) {
            flush();
        }
        buffer[used++] = (byte) value;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }
}
