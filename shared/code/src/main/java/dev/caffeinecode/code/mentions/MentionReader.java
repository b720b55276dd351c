package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.symbols.SymbolSpans;
import dev.caffeinecode.code.treesitter.SyntaxTree;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads what a file says about others from its syntax tree. */
public final class MentionReader {
    private static final Map<Language, MentionBook.Table> TABLES = new ConcurrentHashMap<>();

    private MentionReader() {}

    /**
     * Reads a tree; says nothing for a language of which it is not known how it refers to things.
     *
     * @param symbols those of the same tree
     */
    public static FileMentions read(
            SyntaxTree tree, Language language, String path, SymbolSpans symbols, MentionLimits limits) {
        return MentionBooks.book(language)
                .map(book -> new MentionWalk(tree, book, table(book, language, tree), path, symbols, limits).run())
                .orElse(FileMentions.NONE);
    }

    private static MentionBook.Table table(MentionBook book, Language language, SyntaxTree tree) {
        return TABLES.computeIfAbsent(language, _ -> book.tableFor(tree));
    }
}
