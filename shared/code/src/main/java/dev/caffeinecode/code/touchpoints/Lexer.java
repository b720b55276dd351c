package dev.caffeinecode.code.touchpoints;

import dev.caffeinecode.code.touchpoints.Lexis.Trait;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Cuts a text into tokens in one pass. It knows of a language how comments and strings are written and no more; where
 * it errs, as over a regular expression that it takes for a division, it is right again some lines later.
 */
final class Lexer {
    /** More is found only in what a program wrote. */
    private static final int MAX_TOKENS = 300_000;

    private static final int MAX_ESCAPE = 12;
    private static final int MAX_HASHES = 20;

    /** How often the end of something is sought in vain before its kind is no longer known. */
    private static final int MAX_UNENDED = 20;

    private static final int MAX_HEREDOC_NAME = 60;

    private final String source;
    private final Lexis lexis;
    private final Tokens tokens;

    /** How many braces were open around each template string that the current code stands in. */
    private final Deque<Integer> templates = new ArrayDeque<>();

    private int at;
    private int line = 1;
    private int braces;
    private int unended;

    private Lexer(String source, Lexis lexis) {
        this.source = source;
        this.lexis = lexis;
        this.tokens = new Tokens(source);
    }

    static Tokens cut(String source, Lexis lexis) {
        Lexer lexer = new Lexer(source, lexis);
        lexer.run();
        return lexer.tokens.paired();
    }

    private void run() {
        if (lexis.has(Trait.TAGS)) {
            skipToTag();
        }
        while (at < source.length() && tokens.size() < MAX_TOKENS) {
            char c = source.charAt(at);
            if (c == '\n') {
                line++;
                at++;
            } else if (c <= ' ') {
                at++;
            } else if (!comment(c) && !string(c)) {
                wordOrMark(c);
            }
        }
    }

    private char next(int ahead) {
        return at + ahead < source.length() ? source.charAt(at + ahead) : '\0';
    }

    private void moveTo(int end) {
        for (int i = source.indexOf('\n', at, end); i >= 0; i = source.indexOf('\n', i + 1, end)) {
            line++;
        }
        at = end;
    }

    private int endOfLine(int from) {
        int end = source.indexOf('\n', from);
        return end < 0 ? source.length() : end;
    }

    private int after(String mark, int from) {
        int found = source.indexOf(mark, from);
        return found < 0 ? source.length() : found + mark.length();
    }

    private void skipToTag() {
        int tag = source.indexOf("<?", at);
        moveTo(tag < 0 ? source.length() : tag + 2);
        if (source.startsWith("php", at)) {
            at += 3;
        }
    }

    private boolean comment(char c) {
        boolean attribute = lexis.has(Trait.TAGS) && next(1) == '[';
        boolean hash = c == '#' && lexis.has(Trait.HASH) && !attribute;
        boolean slashes = c == '/' && next(1) == '/' && lexis.has(Trait.SLASHES);
        boolean dashes = c == '-' && next(1) == '-' && lexis.has(Trait.DASHES);
        if (hash || slashes || dashes) {
            at = endOfLine(at);
            return true;
        }
        if (c == '/' && next(1) == '*' && lexis.has(Trait.BLOCKS)) {
            moveTo(after("*/", at + 2));
            return true;
        }
        boolean beginsLine = at == 0 || source.charAt(at - 1) == '\n';
        if (c == '=' && beginsLine && lexis.has(Trait.HASH_BRACES) && source.startsWith("=begin", at)) {
            moveTo(after("\n=end", at));
            return true;
        }
        if (c == '?' && next(1) == '>' && lexis.has(Trait.TAGS)) {
            skipToTag();
            return true;
        }
        return false;
    }

    private boolean string(char c) {
        if (c == '"' || (c == '\'' && lexis.has(Trait.SINGLE))) {
            boolean triple = lexis.has(Trait.TRIPLE) && next(1) == c && next(2) == c;
            return triple ? tripled(c, true) : quoted(c, true);
        }
        if (c == '\'') {
            return character();
        }
        if (c == '`' && lexis.has(Trait.BACKQUOTES)) {
            at++;
            return template();
        }
        if (c == '<' && lexis.has(Trait.HEREDOCS)) {
            return heredoc();
        }
        return c == '/' && lexis.has(Trait.REGEXES) && regex();
    }

    private boolean tripled(char quote, boolean whole) {
        int start = at + 3;
        int from = start;
        while (true) {
            int end = source.indexOf(String.valueOf(quote).repeat(3), from);
            if (end > start && source.charAt(end - 1) == '\\') {
                from = end + 1;
                continue;
            }
            int stop = end < 0 ? source.length() : end;
            tokens.string(start, stop, line, whole && isWhole(start, stop, quote));
            moveTo(Math.min(source.length(), stop + 3));
            return true;
        }
    }

    private boolean quoted(char quote, boolean whole) {
        int start = at + 1;
        int i = start;
        boolean multiline = lexis.has(Trait.MULTILINE);
        while (i < source.length() && source.charAt(i) != quote) {
            char c = source.charAt(i);
            if (c == '\n' && !multiline) {
                at = i; // not ended: no string at all
                return true;
            }
            i += c == '\\' && !lexis.has(Trait.DOUBLED) ? 2 : 1;
        }
        int end = Math.min(i, source.length());
        tokens.string(start, end, line, whole && isWhole(start, end, quote));
        moveTo(Math.min(source.length(), end + 1));
        return true;
    }

    /** Returns whether nothing is put into a string from elsewhere. */
    private boolean isWhole(int start, int end, char quote) {
        if (lexis.has(Trait.DOLLARS) && quote == '"') {
            for (int i = source.indexOf('$', start, end); i >= 0 && i + 1 < end; i = source.indexOf('$', i + 1, end)) {
                boolean escaped = i > start && source.charAt(i - 1) == '\\';
                boolean name = Character.isLetter(source.charAt(i + 1)) || source.charAt(i + 1) == '{';
                if (!escaped && name) {
                    return false;
                }
            }
        }
        return !lexis.has(Trait.HASH_BRACES) || quote == '\'' || source.indexOf("#{", start, end) < 0;
    }

    /** A quote that begins a character, or nothing. */
    private boolean character() {
        if (next(1) == '\\') {
            int limit = Math.min(source.length(), at + MAX_ESCAPE);
            int end = source.indexOf('\'', Math.min(at + 3, limit), limit);
            at = end < 0 ? at + 1 : end + 1;
        } else {
            at += next(2) == '\'' ? 3 : 1;
        }
        return true;
    }

    /** A backquoted string, or the rest of one behind an expression. */
    private boolean template() {
        int start = at;
        int i = at;
        boolean expressions = lexis.has(Trait.TEMPLATES);
        while (i < source.length() && source.charAt(i) != '`') {
            if (expressions && source.startsWith("${", i)) {
                tokens.string(start, i, line, false);
                moveTo(i + 2);
                templates.push(braces++);
                return true;
            }
            i += expressions && source.charAt(i) == '\\' ? 2 : 1;
        }
        int end = Math.min(i, source.length());
        boolean rest = start > 0 && source.charAt(start - 1) == '}';
        tokens.string(start, end, line, !rest);
        moveTo(Math.min(source.length(), end + 1));
        return true;
    }

    /** {@code <<NAME}, {@code <<~NAME}, {@code <<-NAME}, {@code <<<NAME}, the name in quotes or not. */
    private boolean heredoc() {
        int i = at + 1;
        while (i < at + 4 && i < source.length() && "<~-".indexOf(source.charAt(i)) >= 0) {
            i++;
        }
        boolean quoted = i < source.length() && "\"'".indexOf(source.charAt(i)) >= 0;
        int start = quoted ? i + 1 : i;
        int end = start;
        while (end < source.length() && end - start < MAX_HEREDOC_NAME && isNamePart(source.charAt(end))) {
            end++;
        }
        if (unended > MAX_UNENDED || next(1) != '<' || end == start || !Character.isUpperCase(source.charAt(start))) {
            return false;
        }
        String name = source.substring(start, end);
        int text = Math.min(source.length(), endOfLine(end) + 1);
        int begin = text;
        while (begin < source.length()) {
            int stop = endOfLine(begin);
            String each = source.substring(begin, Math.min(stop, begin + 200)).strip();
            if (each.startsWith(name) && (each.length() == name.length() || !isNamePart(each.charAt(name.length())))) {
                tokens.string(text, begin, line, isWhole(text, begin, '"'));
                moveTo(stop);
                return true;
            }
            begin = stop + 1;
        }
        unended++;
        return false;
    }

    /** A regular expression, where an operand is expected; passed over. */
    private boolean regex() {
        int last = tokens.size() - 1;
        boolean operand = tokens.size() == 0
                || (!tokens.isString(last)
                        && "(,=:[!&|?{};~".indexOf(tokens.text(last).charAt(0)) >= 0)
                || tokens.isWord(last, "return")
                || tokens.isWord(last, "if")
                || tokens.isWord(last, "when");
        if (!operand || unended > MAX_UNENDED) {
            return false;
        }
        boolean set = false;
        for (int i = at + 1; i < source.length() && source.charAt(i) != '\n'; i++) {
            char c = source.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[' || c == ']') {
                set = c == '[';
            } else if (c == '/' && !set) {
                at = i + 1;
                return true;
            }
        }
        unended++;
        return false;
    }

    private void wordOrMark(char c) {
        if (!isNamePart(c)) {
            mark(c);
            return;
        }
        int start = at;
        while (at < source.length() && isNamePart(source.charAt(at))) {
            at++;
        }
        if (lexis.has(Trait.PREFIXES) && prefixed(start)) {
            return;
        }
        tokens.word(start, at, line);
    }

    private void mark(char c) {
        if (lexis.has(Trait.PREFIXES) && c == '@' && next(1) == '"') {
            at++;
            verbatim();
            return;
        }
        if (c == '{') {
            braces++;
        } else if (c == '}') {
            braces--;
            if (!templates.isEmpty() && templates.element() == braces) {
                templates.pop();
                at++;
                template();
                return;
            }
        }
        tokens.mark(at++, line);
    }

    /** C#'s string in which a quote is doubled and a backslash is nothing special. */
    private void verbatim() {
        int i = at + 1;
        while (i < source.length() && (source.charAt(i) != '"' || source.startsWith("\"\"", i))) {
            i += source.charAt(i) == '"' ? 2 : 1;
        }
        int end = Math.min(i, source.length());
        tokens.string(at + 1, end, line, true);
        moveTo(Math.min(source.length(), end + 1));
    }

    /** A string with letters before it; returns whether there is one. */
    private boolean prefixed(int start) {
        int length = at - start;
        char quote = next(0);
        boolean hashes = quote == '#' && source.charAt(at - 1) == 'r';
        if (length > 3 || !(quote == '"' || hashes || (quote == '\'' && lexis.has(Trait.SINGLE)))) {
            return false;
        }
        String prefix = source.substring(start, at);
        if (prefix.equals("R") || prefix.equals("r") || prefix.equals("br")) {
            return raw(quote);
        }
        boolean whole = prefix.indexOf('f') < 0 && prefix.indexOf('F') < 0 && prefix.indexOf('$') < 0;
        boolean plain = whole && !prefix.equals("s");
        boolean triple = lexis.has(Trait.TRIPLE) && next(1) == quote && next(2) == quote;
        return triple ? tripled(quote, plain) : quoted(quote, plain);
    }

    /** A raw string: of C++ up to its delimiter, of Rust up to as many number signs, of Python up to its quote. */
    private boolean raw(char quote) {
        if (lexis.has(Trait.SINGLE)) {
            boolean triple = next(1) == quote && next(2) == quote;
            return triple ? tripled(quote, true) : quoted(quote, true);
        }
        int open = at;
        while (open < source.length() && open - at < MAX_HASHES && "\"(".indexOf(source.charAt(open)) < 0) {
            open++;
        }
        boolean rust = lexis.has(Trait.MULTILINE);
        if (!rust) {
            int paren = source.indexOf('(', at + 1, Math.min(source.length(), at + MAX_HASHES));
            open = paren >= 0 ? paren : open;
        }
        String between = source.substring(Math.min(at + (rust ? 0 : 1), open), open);
        String end = rust ? "\"" + between : ")" + between + "\"";
        int start = Math.min(source.length(), open + 1);
        int stop = unended > MAX_UNENDED ? -1 : source.indexOf(end, start);
        if (stop < 0) {
            unended++;
            return quote == '"' && quoted(quote, true);
        }
        tokens.string(start, stop, line, true);
        moveTo(stop + end.length());
        return true;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
