package dev.caffeinecode.code.symbols;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Blanks out macros of C and C++ that a parser which does not expand them stumbles over, keeping every offset: words in
 * capitals that stand alone on a line, such as {@code QT_BEGIN_NAMESPACE} or {@code Q_OBJECT}, and those that by custom
 * are attributes, such as {@code CURL_EXTERN}.
 */
final class MacroMask {
    private static final Set<String> ATTRIBUTE_ENDINGS = Set.of(
            "API",
            "ATTR",
            "ATTRIBUTE",
            "DECL",
            "DEPRECATED",
            "EXPORT",
            "EXPORTS",
            "EXTERN",
            "INLINE",
            "NOEXCEPT",
            "NORETURN",
            "PUBLIC",
            "UNUSED",
            "VISIBLE");

    private static final int MIN_LENGTH = 4;
    private static final int MAX_LINKAGE_BYTES = 120;

    private final byte[] source;
    private byte @Nullable [] masked;

    private MacroMask(byte[] source) {
        this.source = source;
    }

    /** Returns the text to parse: the same array if there is nothing to blank out. */
    static byte[] apply(byte[] utf8) {
        MacroMask mask = new MacroMask(utf8);
        mask.run();
        byte[] masked = mask.masked;
        return masked == null ? utf8 : masked;
    }

    private void run() {
        int start = 0;
        boolean directive = false;
        boolean linkage = false;
        byte before = ';';
        while (start < source.length) {
            int end = endOfLine(start);
            int first = skipSpace(start, end);
            boolean begins = first < end && source[first] == '#';
            directive |= begins;
            if (begins) {
                linkage = startsLinkage(first, end);
            }
            if (directive) {
                before = ';';
            } else if (linkage && isLinkage(first, end)) {
                blank(first, end);
            } else {
                line(first, end, before);
                before = lastOf(first, end, before);
            }
            directive &= end > start && source[end - 1] == '\\';
            start = end + 1;
        }
    }

    /** Headers for C and C++ put both ends of {@code extern "C"} between directives, where no parser can match them. */
    private boolean startsLinkage(int first, int end) {
        String directive = text(first, end);
        return directive.startsWith("#if") && directive.contains("__cplusplus");
    }

    private boolean isLinkage(int first, int end) {
        String line = text(first, end).replaceAll("\\s|/\\*.*?\\*/|//.*", "");
        return line.equals("extern\"C\"{") || line.equals("}") || line.equals("extern\"C\"");
    }

    private String text(int start, int end) {
        return new String(source, start, Math.min(end - start, MAX_LINKAGE_BYTES), StandardCharsets.US_ASCII);
    }

    private void line(int first, int end, byte before) {
        int wordEnd = endOfWord(first, end);
        if (isLoud(first, wordEnd) && ";{}:/>".indexOf(before) >= 0) {
            int after = wordEnd < end && source[wordEnd] == '(' ? endOfArguments(wordEnd, end) : wordEnd;
            if (skipSpace(after, end) == end && mayBegin(nextAfter(end))) {
                blank(first, after);
                return;
            }
        }
        for (int at = first; at < end; ) {
            int to = endOfWord(at, end);
            if (to == at) {
                at++;
            } else {
                if (isLoud(at, to) && isAttribute(at, to)) {
                    blank(at, to);
                }
                at = to;
            }
        }
    }

    /** Returns whether what follows a lone macro stands on its own, so that the macro is no part of it. */
    private static boolean mayBegin(byte next) {
        return next == 0
                || next == '#'
                || next == '}'
                || next == '/'
                || next == '['
                || next == '~'
                || Character.isLetter(next)
                || next == '_';
    }

    private byte nextAfter(int end) {
        for (int i = end; i < source.length; i++) {
            if (!isSpace(source[i])) {
                return source[i];
            }
        }
        return 0;
    }

    /** Returns the last character of a line that is in no comment; what came before if there is none. */
    private byte lastOf(int first, int end, byte otherwise) {
        byte last = otherwise;
        for (int i = first; i < end; i++) {
            if (source[i] == '/' && i + 1 < end && source[i + 1] == '/') {
                return last;
            }
            last = isSpace(source[i]) ? last : source[i];
        }
        return last;
    }

    private boolean isAttribute(int start, int end) {
        int underscore = end - 1;
        while (underscore > start && source[underscore] != '_') {
            underscore--;
        }
        return source[underscore] == '_'
                && ATTRIBUTE_ENDINGS.contains(
                        new String(source, underscore + 1, end - underscore - 1, StandardCharsets.US_ASCII));
    }

    /** Returns whether a word is one of capitals, as macros are. */
    private boolean isLoud(int start, int end) {
        if (end - start < MIN_LENGTH || source[start] < 'A' || source[start] > 'Z') {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (source[i] >= 'a' && source[i] <= 'z') {
                return false;
            }
        }
        return true;
    }

    private int endOfWord(int start, int end) {
        int at = start;
        while (at < end && (Character.isLetterOrDigit(source[at]) || source[at] == '_')) {
            at++;
        }
        return at;
    }

    private int endOfArguments(int open, int end) {
        int depth = 0;
        for (int i = open; i < end; i++) {
            depth += source[i] == '(' ? 1 : source[i] == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return open;
    }

    private int endOfLine(int start) {
        int end = start;
        while (end < source.length && source[end] != '\n') {
            end++;
        }
        return end;
    }

    private int skipSpace(int start, int end) {
        int at = start;
        while (at < end && isSpace(source[at])) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(byte each) {
        return each == ' ' || (each >= '\t' && each <= '\r');
    }

    private void blank(int start, int end) {
        byte[] copy = masked == null ? source.clone() : masked;
        Arrays.fill(copy, start, end, (byte) ' ');
        masked = copy;
    }
}
