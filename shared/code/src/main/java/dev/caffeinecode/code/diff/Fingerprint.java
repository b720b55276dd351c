package dev.caffeinecode.code.diff;

import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.Symbol;

import java.util.Arrays;

/** What a file defines, as hashes in order: of the name, the signature, the body and the docstring of each symbol. */
final class Fingerprint {
    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

    private final long[] traits;

    private Fingerprint(long[] traits) {
        this.traits = traits;
    }

    static Fingerprint of(FileFacts file) {
        long[] traits = new long[file.symbols().size() * 4];
        int count = 0;
        for (Symbol symbol : file.symbols()) {
            traits[count++] =
                    hash(1, symbol.kind().label() + " " + symbol.name().simple());
            traits[count++] = hash(2, symbol.signature());
            if (symbol.digest() != 0) {
                traits[count++] = symbol.digest();
            }
            if (symbol.docstring() != null) {
                traits[count++] = hash(3, symbol.docstring().text());
            }
        }
        long[] sorted = Arrays.copyOf(traits, count);
        Arrays.sort(sorted);
        return new Fingerprint(sorted);
    }

    private static long hash(int sort, String text) {
        long hash = sort;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash + text.charAt(i)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    long[] traits() {
        return traits;
    }

    /** Returns what both have of what either has (Jaccard), counting what is there several times as often. */
    double similarity(Fingerprint other) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < traits.length && j < other.traits.length) {
            int order = Long.compare(traits[i], other.traits[j]);
            if (order == 0) {
                common++;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        int all = traits.length + other.traits.length - common;
        return all == 0 ? 0 : (double) common / all;
    }
}
