package dev.caffeinecode.code;

/**
 * What the authors wrote about a symbol.
 *
 * @param text without the marks of the comment, lines joined by {@code \n}; tags and markup are kept
 * @param lines where the comment or string stands
 */
public record Docstring(String text, LineRange lines) {
    public Docstring {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a docstring needs a text");
        }
    }

    /** Returns the first sentence, or the first paragraph when no sentence ends in it, on one line. */
    public String summary() {
        int end = text.indexOf("\n\n");
        String paragraph = (end < 0 ? text : text.substring(0, end))
                .replaceAll("\\s+", " ")
                .strip();
        for (int i = 0; i < paragraph.length() - 2; i++) {
            boolean stop = ".!?".indexOf(paragraph.charAt(i)) >= 0 && paragraph.charAt(i + 1) == ' ';
            if (stop && !Character.isLowerCase(paragraph.charAt(i + 2))) { // not "e.g. this"
                return paragraph.substring(0, i + 1);
            }
        }
        return paragraph;
    }
}
