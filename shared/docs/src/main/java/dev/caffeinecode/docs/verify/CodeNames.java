package dev.caffeinecode.docs.verify;

import dev.caffeinecode.code.names.NameIndex;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which names are in a code span, and whether it is sure that they are names. The rule, for a span of one token
 * (arguments, type parameters and what follows an equals sign do not count):
 *
 * <ul>
 *   <li>a path is one with a slash whose last part has an extension: {@code cart/Cart.java};
 *   <li>a name is one of several parts ({@code Cart.add}, {@code a::b}, {@code os.path}), one that is called
 *       ({@code add()}), one with an inner capital or underscore ({@code maxItems}, {@code MAX_ITEMS}), or a capitalized
 *       word ({@code Cart});
 *   <li>everything else may be one, and is no mistake when nothing has it: a word in lower case ({@code verify}, {@code
 *       null}) or in capitals ({@code GET}), a route, a folder, what holds a dash ({@code --quiet}, {@code junit-jupiter}).
 * </ul>
 *
 * Of a span of several tokens, such as a command or a signature, words with an inner capital or underscore are names, and
 * so is what stands before the first parenthesis. Literals, versions, addresses, tags and globs hold none.
 */
final class CodeNames {
    private static final int MAX_SPAN = 300;

    /** Begins as a literal, an option, a tag or a number does. */
    private static final Pattern LITERAL = Pattern.compile("[\"'<{\\d+=|!?%~^-]");

    /** A web address, a glob, or what is left out. */
    private static final Pattern NO_NAME = Pattern.compile("://|\\*|\u2026|(?<![\\p{L}\\p{N}_)])\\.\\.\\.");

    private static final Pattern STRING = Pattern.compile("\"[^\"]*+\"?|'[^']*+'?|`[^`]*+`?");
    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\p{N}_$-])[\\p{L}_$][\\p{L}\\p{N}_$]*+(?!-\\p{L})");
    private static final Pattern CALLED = Pattern.compile("([\\p{L}_$][\\p{L}\\p{N}_$]*+)\\(");
    private static final Pattern PARTS =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*+(?:\\.[\\p{L}_$][\\p{L}\\p{N}_$]*+)*+");
    private static final Pattern STRONG =
            Pattern.compile(".*(?:\\p{Ll}\\p{Lu}|[\\p{L}\\p{N}]_[\\p{L}\\p{N}]|\\p{Lu}\\p{Lu}\\p{Ll}).*");
    private static final Pattern CAPITALIZED = Pattern.compile("\\p{Lu}.*\\p{Ll}.*");
    private static final Pattern CAPITALS = Pattern.compile("[\\p{Lu}\\p{N}]+");
    private static final Pattern FILE = Pattern.compile("(?:[^/]*/)+[^/]*\\.\\p{L}[\\p{L}\\p{N}]{0,9}");
    private static final Pattern VERSION = Pattern.compile("[vV]?\\d.*");
    private static final Pattern BEFORE = Pattern.compile("^(?:\\$\\{|[@$&#:])+");
    private static final Pattern AFTER = Pattern.compile("[:;,.!?}]+$");

    /** Values and types that are words of languages, not of a repository. */
    private static final Set<String> BUILT_IN =
            Set.of("True", "False", "None", "Null", "Nil", "Self", "Ok", "Err", "Some", "NaN", "Infinity");

    private CodeNames() {}

    /** How sure it is that something is a name. */
    enum Form {
        PATH,
        NAME,
        /** A name of several parts or none that is called: a method, never a file. */
        CALL,
        MAYBE
    }

    /** @param text parts are separated by dots, or by slashes in a path */
    record Name(String text, Form form) {}

    /** @param code without its backticks */
    static List<Name> in(String code) {
        String text = code.strip();
        if (text.isEmpty()
                || text.length() > MAX_SPAN
                || LITERAL.matcher(text).lookingAt()
                || NO_NAME.matcher(text).find()) {
            return List.of();
        }
        boolean phrase = text.chars().anyMatch(Character::isWhitespace) && !isCall(text);
        return phrase || "([".indexOf(text.charAt(0)) >= 0 ? phrase(text) : token(text);
    }

    /** White space only stands in the arguments. */
    private static boolean isCall(String text) {
        int open = text.indexOf('(');
        return open > 0 && text.substring(0, open).chars().noneMatch(Character::isWhitespace);
    }

    private static List<Name> phrase(String text) {
        List<Name> names = new ArrayList<>();
        String plain = STRING.matcher(text).replaceAll(" ");
        Matcher called = CALLED.matcher(plain);
        if (called.find()) {
            String name = plain.substring(called.start(1), called.end(1));
            names.add(new Name(name, CAPITALS.matcher(name).matches() ? Form.MAYBE : Form.CALL));
        }
        words(plain, names);
        return names;
    }

    private static void words(String text, List<Name> names) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String name = text.substring(word.start(), word.end());
            names.add(new Name(name, STRONG.matcher(name).matches() ? Form.NAME : Form.MAYBE));
        }
    }

    private static List<Name> token(String text) {
        int end = 0;
        while (end < text.length() && ("(<[{=".indexOf(text.charAt(end)) < 0 || isVariable(text, end))) {
            end++;
        }
        boolean call = end < text.length() && text.charAt(end) == '(';
        List<Name> names = new ArrayList<>();
        String head = AFTER.matcher(BEFORE.matcher(text.substring(0, end)).replaceFirst(""))
                .replaceFirst("");
        if (end < text.length() && text.charAt(end) != '=' && !head.contains("/")) {
            words(STRING.matcher(text.substring(end)).replaceAll(" "), names);
        }
        if (!head.isEmpty()) {
            names.addFirst(new Name(head.contains("/") ? head : NameIndex.plain(head), form(head, call)));
        }
        return names;
    }

    /** The brace of <code>${NAME}</code>. */
    private static boolean isVariable(String text, int at) {
        return at > 0 && text.charAt(at) == '{' && text.charAt(at - 1) == '$';
    }

    private static Form form(String head, boolean call) {
        if (head.contains("/")) {
            return FILE.matcher(head).matches() ? Form.PATH : Form.MAYBE;
        }
        String plain = NameIndex.plain(head.startsWith(".") ? head.substring(1) : head);
        if (VERSION.matcher(plain).matches() || !PARTS.matcher(plain).matches() || BUILT_IN.contains(plain)) {
            return Form.MAYBE;
        }
        if (call) {
            return CAPITALS.matcher(plain).matches() ? Form.MAYBE : Form.CALL;
        }
        boolean sure = plain.contains(".")
                || STRONG.matcher(plain).matches()
                || CAPITALIZED.matcher(plain).matches();
        return sure ? Form.NAME : Form.MAYBE;
    }
}
