package dev.caffeinecode.code.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The numbers and texts of a stored graph. */
final class GraphInput {
    private static final int BUFFER_BYTES = 64 * 1024;

    /** No text of a graph is longer: all were cut before they came into it. */
    private static final int MAX_TEXT_BYTES = 1024 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final List<String> words = new ArrayList<>();
    private long bytesLeft;
    private int at;
    private int end;

    GraphInput(InputStream in, long maxBytes) throws IOException {
        try {
            this.in = new GZIPInputStream(in, BUFFER_BYTES);
        } catch (ZipException | EOFException e) {
            throw new MalformedGraphException("no code graph: not compressed with gzip", e);
        }
        this.bytesLeft = maxBytes;
    }

    int one() throws IOException {
        if (at == end) {
            fill();
        }
        return buffer[at++] & 0xFF;
    }

    /** Reads whether something follows. */
    boolean flag() throws IOException {
        int value = one();
        if (value > 1) {
            throw new MalformedGraphException("bad flag: " + value);
        }
        return value == 1;
    }

    /** Reads eight bytes, the highest first. */
    long fixed() throws IOException {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << Byte.SIZE | one();
        }
        return value;
    }

    long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = one();
            value |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new MalformedGraphException("number of more than 64 bits");
    }

    long signed() throws IOException {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    /** Reads a number that must not be above another. */
    int number(long max, String what) throws IOException {
        long value = number();
        if (value < 0 || value > max) {
            throw new MalformedGraphException("bad " + what + ": " + Long.toUnsignedString(value));
        }
        return (int) value;
    }

    String text() throws IOException {
        int length = number(MAX_TEXT_BYTES, "length of text");
        if (length <= end - at) {
            String text = new String(buffer, at, length, StandardCharsets.UTF_8);
            at += length;
            return text;
        }
        return new String(bytes(length), StandardCharsets.UTF_8);
    }

    String word() throws IOException {
        int index = number(words.size(), "word");
        if (index > 0) {
            return words.get(index - 1);
        }
        String word = text();
        words.add(word);
        return word;
    }

    byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; ) {
            if (at == end) {
                fill();
            }
            int part = Math.min(count - i, end - at);
            System.arraycopy(buffer, at, bytes, i, part);
            at += part;
            i += part;
        }
        return bytes;
    }

    private void fill() throws IOException {
        int read = read();
        if (read < 0) {
            throw new MalformedGraphException("the code graph ends in the middle");
        }
        bytesLeft -= read;
        if (bytesLeft < 0) {
            throw new MalformedGraphException("the code graph is larger than is read");
        }
        at = 0;
        end = read;
    }

    private int read() throws IOException {
        try {
            return in.read(buffer);
        } catch (ZipException e) {
            throw new MalformedGraphException("the code graph is damaged", e);
        } catch (EOFException e) {
            throw new MalformedGraphException("the code graph ends in the middle", e);
        }
    }

    /** Fails unless all was read; also lets gzip compare its checksum. */
    void expectEnd() throws IOException {
        if (at < end || read() >= 0) {
            throw new MalformedGraphException("more follows the code graph");
        }
    }
}
