package dev.caffeinecode.repository.git;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A path of a git tree as text. Git's names are bytes; those that are not plain UTF-8 text are written as git itself
 * prints them ({@code core.quotePath=false}): in double quotes with C escapes. Different bytes give different text.
 */
final class GitPath {
    private static final String ESCAPED = "\u0007\b\t\n\u000b\f\r\"\\";
    private static final String LETTERS = "abtnvfr\"\\";

    private GitPath() {}

    static String of(byte[] name) {
        if (isPlain(name)) {
            return new String(name, StandardCharsets.ISO_8859_1);
        }
        Optional<String> text = decode(name);
        return text.isPresent() && text.get().chars().noneMatch(GitPath::mustEscape) ? text.get() : quote(name, text);
    }

    /** As nearly all are, and then nothing more needs to be asked. */
    private static boolean isPlain(byte[] name) {
        for (byte octet : name) {
            if (octet < 0 || mustEscape(octet)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> decode(byte[] name) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean mustEscape(int character) {
        return character < 0x20 || (character >= 0x7f && character < 0xa0) || character == '"' || character == '\\';
    }

    private static String quote(byte[] name, Optional<String> text) {
        StringBuilder quoted = new StringBuilder("\"");
        if (text.isPresent()) {
            text.get().codePoints().forEach(character -> append(quoted, character));
        } else {
            for (byte octet : name) {
                append(quoted, octet & 0xff, octet < 0);
            }
        }
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int character) {
        if (character >= 0x7f && character < 0xa0) {
            for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
                append(quoted, octet & 0xff, true);
            }
        } else {
            append(quoted, character, false);
        }
    }

    private static void append(StringBuilder quoted, int character, boolean octal) {
        int letter = ESCAPED.indexOf(character);
        if (letter >= 0) {
            quoted.append('\\').append(LETTERS.charAt(letter));
        } else if (octal || character < 0x20) {
            quoted.append('\\').append(String.format(Locale.ROOT, "%03o", character));
        } else {
            quoted.appendCodePoint(character);
        }
    }
}
