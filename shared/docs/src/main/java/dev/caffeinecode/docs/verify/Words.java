package dev.caffeinecode.docs.verify;

import java.util.Set;

/** The words of a text: runs of letters, digits, underscores and dollar signs that begin with no digit. */
final class Words {
    private Words() {}

    static void addTo(Set<String> words, String text) {
        int start = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (start >= 0) {
                if (!isPart(c)) {
                    words.add(text.substring(start, i));
                    start = -1;
                }
            } else if (isStart(c)) {
                start = i;
            } else if (Character.isDigit(c)) { // what begins with a digit is no word to its end
                while (i + 1 < text.length() && isPart(text.charAt(i + 1))) {
                    i++;
                }
            }
        }
        if (start >= 0) {
            words.add(text.substring(start));
        }
    }

    static boolean isStart(char c) {
        return c == '_' || c == '$' || Character.isLetter(c) || Character.isSurrogate(c);
    }

    static boolean isPart(char c) {
        return isStart(c) || Character.isDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** How many words of a language stand in a text; of scripts without spaces, how many characters. */
    static int count(CharSequence text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isIdeographic(c)) {
                words++;
                inWord = false;
            } else {
                boolean letter = Character.isLetter(c);
                words += letter && !inWord ? 1 : 0;
                inWord = letter || (inWord && (c == '\'' || c == '\u2019' || c == '-'));
            }
        }
        return words;
    }
}
