package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.Language;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The languages of which it is known how they refer to things. */
final class MentionBooks {
    private static final Map<Language, MentionBook> BOOKS = books();

    private MentionBooks() {}

    static Optional<MentionBook> book(Language language) {
        return Optional.ofNullable(BOOKS.get(language));
    }

    private static Map<Language, MentionBook> books() {
        Map<Language, MentionBook> books = new EnumMap<>(Language.class);
        books.put(Language.BASH, BashMentions.book());
        books.put(Language.C, CMentions.c());
        books.put(Language.CPP, CppMentions.book());
        books.put(Language.CSHARP, CSharpMentions.book());
        books.put(Language.GO, GoMentions.book());
        books.put(Language.JAVA, JavaMentions.book());
        books.put(Language.JAVASCRIPT, ScriptMentions.book());
        books.put(Language.KOTLIN, KotlinMentions.book());
        books.put(Language.PHP, PhpMentions.book());
        books.put(Language.PYTHON, PythonMentions.book());
        books.put(Language.RUBY, RubyMentions.book());
        books.put(Language.RUST, RustMentions.book());
        books.put(Language.SCALA, ScalaMentions.book());
        books.put(Language.SWIFT, SwiftMentions.book());
        books.put(Language.TSX, ScriptMentions.book());
        books.put(Language.TYPESCRIPT, ScriptMentions.book());
        return books;
    }
}
