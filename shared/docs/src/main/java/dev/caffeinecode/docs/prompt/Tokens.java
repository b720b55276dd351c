package dev.caffeinecode.docs.prompt;

/** How many tokens a text has, estimated without a tokenizer. */
final class Tokens {
    /**
     * UTF-16 units per token, on the safe side: Claude's tokenizers make 3.2 to 4.2 characters of source code into one
     * token, fewer of East Asian text, which is counted apart.
     */
    private static final int CHARACTERS_PER_TOKEN = 3;

    private Tokens() {}

    static int estimate(CharSequence text) {
        long wide = text.chars().filter(character -> character >= 0x2e80).count();
        return (int) (wide + (text.length() - wide + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN);
    }
}
