package dev.caffeinecode.docs.prompt;

import java.util.regex.Pattern;

/** Tells whether an answer gives away what its model was told to be and do. */
final class Instructions {
    /** Letters and digits of a sentence that nobody writes by chance. */
    private static final int MIN_LENGTH = 40;

    private static final Pattern SENTENCE_END = Pattern.compile("\\R|(?<=[.:;])\\s");

    /** Markup, line ends and spaces, which may differ in a repetition. */
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Instructions() {}

    /** Whether a long sentence of the system prompt stands in the answer; what the data holds too gives nothing away. */
    static boolean areRepeated(PagePrompt.Rendered prompt, String answer) {
        String said = letters(answer);
        String data = letters(prompt.user());
        return SENTENCE_END
                .splitAsStream(prompt.system())
                .map(Instructions::letters)
                .filter(sentence -> sentence.length() >= MIN_LENGTH)
                .anyMatch(sentence -> said.contains(sentence) && !data.contains(sentence));
    }

    private static String letters(String text) {
        return BETWEEN.matcher(text).replaceAll("");
    }
}
