package dev.caffeinecode.code.text;

/** How many tokens of a language model a text has, estimated without a tokenizer. */
public final class TokenEstimate {
    /**
     * UTF-16 units per token, on the safe side: Claude's tokenizers make 3.2 to 4.2 characters of source code into one
     * token, fewer of East Asian text, which is counted apart.
     */
    private static final int CHARACTERS_PER_TOKEN = 3;

    /** From here on characters are those of East Asia. */
    private static final int WIDE = 0x2e80;

    /** Bytes of a file per token, on average: for what need not be on the safe side. */
    private static final double BYTES_PER_TOKEN = 3.6;

    private TokenEstimate() {}

    /** Returns an estimate that a text seldom exceeds; the sum over the parts of a text is never less than its own. */
    public static int of(CharSequence text) {
        int wide = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= WIDE) {
                wide++;
            }
        }
        return wide + (text.length() - wide + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }

    /** Returns what source code of so many bytes has on average. */
    public static double ofBytes(long bytes) {
        return bytes / BYTES_PER_TOKEN;
    }
}
