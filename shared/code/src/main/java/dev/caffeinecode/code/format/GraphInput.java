package dev.caffeinecode.code.format;

import dev.caffeinecode.code.Labelled;
import dev.caffeinecode.code.LineRange;
import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The numbers, texts and constants of what is stored. */
final class GraphInput {
    private static final int BUFFER_BYTES = 64 * 1024;

    /** The most things of one kind that a file or a graph has where nothing else limits them. */
    static final int MAX_LIST = 100_000;

    /** No text of a graph is longer: all were cut before they came into it. */
    private static final int MAX_TEXT_BYTES = 1024 * 1024;

    private final InputStream in;
    private final String what;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final List<String> words = new ArrayList<>();
    private final Map<Class<?>, Map<String, Enum<?>>> constants = new HashMap<>();
    private long bytesLeft;
    private int at;
    private int end;

    /** @param what this is to be, for messages */
    GraphInput(InputStream in, long maxBytes, String what) throws IOException {
        this.what = what;
        try {
            this.in = new GZIPInputStream(in, BUFFER_BYTES);
        } catch (ZipException | EOFException e) {
            throw new MalformedGraphException("no " + what + ": not compressed with gzip", e);
        }
        this.bytesLeft = maxBytes;
    }

    /** Fails unless it begins with what tells this form from others. */
    void expect(String magic, int version) throws IOException {
        if (!new String(bytes(magic.length()), StandardCharsets.US_ASCII).equals(magic)) {
            throw new MalformedGraphException("no " + what);
        }
        int found = one();
        if (found != version) {
            throw new MalformedGraphException(what + " of version " + found + ", not " + version);
        }
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

    LineRange lines(int from) throws IOException {
        long difference = signed();
        long count = number(Integer.MAX_VALUE, "number of lines");
        long first = from + difference;
        if (Math.max(difference, -difference) > Integer.MAX_VALUE || first < 1 || first + count > Integer.MAX_VALUE) {
            throw new MalformedGraphException("bad lines: " + difference + " from " + from + ", " + count + " more");
        }
        return new LineRange((int) first, (int) (first + count));
    }

    @Nullable
    String optional() throws IOException {
        return flag() ? word() : null;
    }

    <E extends Enum<E> & Labelled> E constant(Class<E> type) throws IOException {
        String label = word();
        Map<String, Enum<?>> known = constants.computeIfAbsent(type, _ -> new HashMap<>());
        Enum<?> constant = known.get(label);
        if (constant == null) {
            constant = Labelled.of(type, label);
            known.put(label, constant);
        }
        return type.cast(constant);
    }

    /** Reads bytes as hexadecimal digits. */
    String hex(int bytes) throws IOException {
        return HexFormat.of().formatHex(bytes(bytes));
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
            throw new MalformedGraphException("the " + what + " ends in the middle");
        }
        bytesLeft -= read;
        if (bytesLeft < 0) {
            throw new MalformedGraphException("the " + what + " is larger than is read");
        }
        at = 0;
        end = read;
    }

    private int read() throws IOException {
        try {
            return in.read(buffer);
        } catch (ZipException e) {
            throw new MalformedGraphException("the " + what + " is damaged", e);
        } catch (EOFException e) {
            throw new MalformedGraphException("the " + what + " ends in the middle", e);
        }
    }

    /** Fails unless all was read; also lets gzip compare its checksum. */
    void expectEnd() throws IOException {
        if (at < end || read() >= 0) {
            throw new MalformedGraphException("more follows the " + what);
        }
    }
}
