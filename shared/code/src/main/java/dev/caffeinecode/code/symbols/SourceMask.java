package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.treesitter.Grammar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Prepares texts for grammars that do not know all of their language, keeping every offset. */
final class SourceMask {
    private static final byte[] FUNCTIONAL_INTERFACE = "fun interface ".getBytes(StandardCharsets.US_ASCII);

    private SourceMask() {}

    /** Returns the text to parse: the same array if nothing is to be changed. */
    static byte[] apply(Grammar grammar, byte[] utf8) {
        return switch (grammar) {
            case C, CPP -> MacroMask.apply(utf8);
            case KOTLIN -> functionalInterfaces(utf8);
            default -> utf8;
        };
    }

    /** The Kotlin grammar reads {@code fun interface} as a function. */
    private static byte[] functionalInterfaces(byte[] utf8) {
        int first = next(utf8, 0);
        if (first < 0) {
            return utf8;
        }
        byte[] masked = utf8.clone();
        for (int at = first; at >= 0; at = next(utf8, at + FUNCTIONAL_INTERFACE.length)) {
            Arrays.fill(masked, at, at + "fun".length(), (byte) ' ');
        }
        return masked;
    }

    private static int next(byte[] utf8, int from) {
        for (int i = from; i + FUNCTIONAL_INTERFACE.length <= utf8.length; i++) {
            int matched = 0;
            while (matched < FUNCTIONAL_INTERFACE.length && utf8[i + matched] == FUNCTIONAL_INTERFACE[matched]) {
                matched++;
            }
            if (matched == FUNCTIONAL_INTERFACE.length) {
                return i;
            }
        }
        return -1;
    }
}
