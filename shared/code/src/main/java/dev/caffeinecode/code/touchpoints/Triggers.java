package dev.caffeinecode.code.touchpoints;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Finds out whether any of some words is in a text, in a fraction of the time that cutting it into tokens takes (S. Wu
 * and U. Manber, A Fast Algorithm for Multi-Pattern Searching, 1994, with blocks of two bytes).
 */
final class Triggers {
    private static final int BLOCKS = 1 << 16;

    private final byte[][] words;
    private final byte[] shifts = new byte[BLOCKS];
    private final int shortest;

    /** @param words at least two ASCII characters each */
    Triggers(List<String> words) {
        this.words = words.stream()
                .map(word -> word.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        this.shortest = words.stream().mapToInt(String::length).min().orElse(BLOCKS);
        Arrays.fill(shifts, (byte) Math.min(Byte.MAX_VALUE, shortest - 1));
        for (byte[] word : this.words) {
            for (int i = 1; i < shortest; i++) {
                int block = block(word, i - 1);
                shifts[block] = (byte) Math.min(shifts[block], shortest - 1 - i);
            }
        }
    }

    private static int block(byte[] text, int at) {
        return (text[at] & 0xFF) << Byte.SIZE | (text[at + 1] & 0xFF);
    }

    boolean isIn(byte[] text) {
        int at = shortest - 2;
        while (at + 1 < text.length) {
            int shift = shifts[block(text, at)];
            if (shift == 0 && isAt(text, at + 2 - shortest)) {
                return true;
            }
            at += Math.max(1, shift);
        }
        return false;
    }

    private boolean isAt(byte[] text, int from) {
        for (byte[] word : words) {
            int end = from + word.length;
            if (end <= text.length && Arrays.equals(text, from, end, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }
}
