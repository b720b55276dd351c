package dev.caffeinecode.code.symbols;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes what the Kotlin grammar does not know as something of the same length that it does. */
final class KotlinMask {
    /** The grammar reads a functional interface as a function. */
    private static final Pattern FUNCTIONAL_INTERFACE = Pattern.compile("\\b(fun) interface ");

    /** The grammar ends a class with its line if {@code constructor} begins the next one, but not if a bracket does. */
    private static final Pattern CONSTRUCTOR_ON_NEXT_LINE =
            Pattern.compile("\\bclass[ \\t]++\\w++(?:<[^<>{}()\\n]*+>)?[ \\t]*+\\r?\\n\\s*+"
                    + "((?:@[\\w.]++(?:\\([^()\\n]*+\\))?\\s++)*+(?:(?:private|internal|protected|public)\\s++)?"
                    + "constructor)\\s*+\\(");

    /** The grammar knows no lines between binary digits; hexadecimal ones may have them. */
    private static final Pattern BINARY = Pattern.compile("\\b0(b)[01_]++");

    /**
     * The grammar's scanner ends the process at the 1,024th string that is open at once (scanner.c, stack_push); strings
     * open in others only by these.
     */
    private static final int MAX_INTERPOLATIONS = 1_000;

    private KotlinMask() {}

    /** Returns the text to parse: the same array if nothing is to be changed. */
    static byte[] apply(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.ISO_8859_1); // a character for each byte
        byte[] masked = null;
        if (text.contains("fun interface ")) {
            masked = replaced(utf8, masked, FUNCTIONAL_INTERFACE.matcher(text), ' ');
        }
        if (text.contains("constructor")) {
            masked = replaced(utf8, masked, CONSTRUCTOR_ON_NEXT_LINE.matcher(text), ' ');
        }
        if (text.contains("0b")) {
            masked = replaced(utf8, masked, BINARY.matcher(text), 'x');
        }
        masked = withoutMany(utf8, masked);
        return masked == null ? utf8 : masked;
    }

    /** Makes text of the expressions in strings, but for the first. */
    private static byte @Nullable [] withoutMany(byte[] utf8, byte @Nullable [] before) {
        byte[] masked = before;
        int count = 0;
        for (int i = 0; i + 1 < utf8.length; i++) {
            if (utf8[i] == '$' && utf8[i + 1] == '{' && ++count > MAX_INTERPOLATIONS) {
                masked = masked == null ? utf8.clone() : masked;
                masked[i] = ' ';
            }
        }
        return masked;
    }

    /** Puts a character in the place of each in the first group of what is found, but for the ends of lines. */
    private static byte @Nullable [] replaced(byte[] utf8, byte @Nullable [] before, Matcher found, char by) {
        byte[] masked = before;
        while (found.find()) {
            masked = masked == null ? utf8.clone() : masked;
            for (int i = found.start(1); i < found.end(1); i++) {
                if (masked[i] != '\n' && masked[i] != '\r') {
                    masked[i] = (byte) by;
                }
            }
        }
        return masked;
    }
}
