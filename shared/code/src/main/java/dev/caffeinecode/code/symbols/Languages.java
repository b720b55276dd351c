package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.treesitter.Grammar;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The languages whose symbols are known how to read. */
final class Languages {
    private static final Map<Language, RuleBook> BOOKS = books();

    private Languages() {}

    static Optional<RuleBook> book(Language language) {
        return Optional.ofNullable(BOOKS.get(language));
    }

    private static Map<Language, RuleBook> books() {
        Map<Language, RuleBook> books = new EnumMap<>(Language.class);
        books.put(Language.BASH, BashRules.book());
        books.put(Language.C, CRules.book());
        books.put(Language.CPP, CppRules.book());
        books.put(Language.CSHARP, CSharpRules.book());
        books.put(Language.GO, GoRules.book());
        books.put(Language.JAVA, JavaRules.book());
        books.put(Language.JAVASCRIPT, ScriptRules.book(Grammar.JAVASCRIPT));
        books.put(Language.KOTLIN, KotlinRules.book());
        books.put(Language.PHP, PhpRules.book());
        books.put(Language.PYTHON, PythonRules.book());
        books.put(Language.RUBY, RubyRules.book());
        books.put(Language.RUST, RustRules.book());
        books.put(Language.SCALA, ScalaRules.book());
        books.put(Language.SWIFT, SwiftRules.book());
        books.put(Language.TSX, ScriptRules.book(Grammar.TSX));
        books.put(Language.TYPESCRIPT, ScriptRules.book(Grammar.TYPESCRIPT));
        return books;
    }
}
