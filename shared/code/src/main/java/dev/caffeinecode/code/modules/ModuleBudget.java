package dev.caffeinecode.code.modules;

/**
 * How large modules are to be, in tokens of a language model, estimated from the bytes of the files.
 *
 * @param maxTokens a folder with no more is one module; one file alone may be larger
 * @param minTokens a folder with less is no module of its own but belongs to the one around it
 */
public record ModuleBudget(int maxTokens, int minTokens) {
    /** What fits well into one prompt together with instructions and the pages below. */
    public static final ModuleBudget DEFAULT = new ModuleBudget(40_000, 4_000);

    public ModuleBudget {
        if (minTokens < 1 || maxTokens < minTokens) {
            throw new IllegalArgumentException("bad budget: " + minTokens + " to " + maxTokens + " tokens");
        }
    }
}
