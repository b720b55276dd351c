package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.treesitter.Grammar;

/** Prepares texts for grammars that do not know all of their language, keeping every offset. */
final class SourceMask {
    private SourceMask() {}

    /** Returns the text to parse: the same array if nothing is to be changed. */
    static byte[] apply(Grammar grammar, byte[] utf8) {
        return switch (grammar) {
            case C, CPP -> MacroMask.apply(utf8);
            case CSHARP -> CSharpMask.apply(utf8);
            case KOTLIN -> KotlinMask.apply(utf8);
            default -> utf8;
        };
    }
}
