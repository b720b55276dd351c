package dev.caffeinecode.code.schema;

import dev.caffeinecode.code.Docstring;
import org.jspecify.annotations.Nullable;

/**
 * A word, a string or a sign.
 *
 * @param text of a string with its quotes
 * @param start in characters from the beginning of the text
 * @param line where it begins, from 1
 * @param lastLine where it ends
 * @param doc what the comment right above says
 */
record Token(
        String text,
        int start,
        int line,
        int lastLine,
        @Nullable Docstring doc) {
    boolean is(String word) {
        return text.equalsIgnoreCase(word);
    }

    boolean isWord() {
        return Character.isLetter(text.charAt(0)) || text.charAt(0) == '_';
    }

    boolean isString() {
        return text.length() > 1 && "\"'`".indexOf(text.charAt(0)) >= 0;
    }

    /** Returns the text without quotes. */
    String bare() {
        return isString() ? text.substring(1, text.length() - 1) : text;
    }

    int end() {
        return start + text.length();
    }
}
