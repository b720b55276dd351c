package dev.caffeinecode.code.schema;

import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.SymbolName;
import dev.caffeinecode.code.schema.Definitions.Span;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What {@code CREATE} makes: tables, views and types as structures, functions, procedures and triggers as functions. */
final class SqlSymbols {
    private static final Map<String, SymbolKind> KINDS = Map.of(
            "table", SymbolKind.STRUCT,
            "view", SymbolKind.STRUCT,
            "type", SymbolKind.STRUCT,
            "domain", SymbolKind.TYPE_ALIAS,
            "function", SymbolKind.FUNCTION,
            "procedure", SymbolKind.FUNCTION,
            "trigger", SymbolKind.FUNCTION,
            "sequence", SymbolKind.VARIABLE,
            "schema", SymbolKind.MODULE);
    private static final Set<String> BETWEEN = Set.of(
            "or",
            "replace",
            "global",
            "local",
            "temporary",
            "temp",
            "unlogged",
            "external",
            "materialized",
            "recursive",
            "constraint",
            "definer",
            "virtual",
            "foreign",
            "if",
            "not",
            "exists");
    /** Words between {@code CREATE} and the name. */
    private static final int MAX_WORDS = 10;

    private SqlSymbols() {}

    static List<Symbol> read(String path, List<Token> tokens) {
        Definitions definitions = new Definitions(path, tokens);
        for (int i = 0; i < tokens.size(); i++) {
            boolean begins = i == 0
                    || tokens.get(i - 1).is(";")
                    || tokens.get(i).line() > tokens.get(i - 1).lastLine();
            if (begins && tokens.get(i).is("create")) {
                i = statement(tokens, i, definitions);
            }
        }
        return definitions.symbols();
    }

    /** Reads a statement; returns its last token. */
    private static int statement(List<Token> tokens, int first, Definitions definitions) {
        SymbolKind kind = null;
        int at = first + 1;
        while (at < tokens.size() && at - first < MAX_WORDS) {
            String word = tokens.get(at).text().toLowerCase(Locale.ROOT);
            if (kind == null && KINDS.containsKey(word)) {
                kind = KINDS.get(word);
            } else if (!BETWEEN.contains(word)) {
                break;
            }
            at++;
        }
        if (kind == null
                || at >= tokens.size()
                || !(tokens.get(at).isWord() || tokens.get(at).isString())) {
            return first;
        }
        int nameEnd = at;
        while (nameEnd + 2 < tokens.size() && tokens.get(nameEnd + 1).is(".")) {
            nameEnd += 2;
        }
        int last = end(tokens, nameEnd, kind == SymbolKind.FUNCTION);
        StringBuilder qualifier = new StringBuilder();
        for (int i = at; i < nameEnd; i++) {
            qualifier.append(tokens.get(i).bare());
        }
        String name = tokens.get(nameEnd).bare();
        if (!name.isBlank()) {
            int signature = kind == SymbolKind.FUNCTION ? parameters(tokens, nameEnd, last) : nameEnd;
            definitions.add(
                    Symbol.NO_PARENT,
                    kind,
                    new SymbolName(qualifier.toString(), name),
                    new Span(first, signature, last));
        }
        return last;
    }

    /** A statement ends at a semicolon; the body of a function has some of its own, between words. */
    private static int end(List<Token> tokens, int from, boolean body) {
        int open = 0;
        int at = from;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (body && token.is("begin")) {
                open++;
            } else if (body && token.is("case") && open > 0) {
                open++;
            } else if (body && token.is("end") && open > 0 && !opensAgain(tokens, at)) {
                open--;
            } else if (token.is(";") && open == 0) {
                return at;
            } else if (at > from
                    && token.is("create")
                    && token.line() > tokens.get(at - 1).lastLine()
                    && open == 0) {
                return at - 1; // the semicolon is missing, or the tool has another end
            }
            at++;
        }
        return tokens.size() - 1;
    }

    /** {@code END IF}, {@code END LOOP} close what is not counted. */
    private static boolean opensAgain(List<Token> tokens, int end) {
        Token next = end + 1 < tokens.size() ? tokens.get(end + 1) : tokens.get(end);
        return next.is("if") || next.is("loop") || next.is("while") || next.is("repeat") || next.is("for");
    }

    private static int parameters(List<Token> tokens, int name, int last) {
        if (name >= last || !tokens.get(name + 1).is("(")) {
            return name;
        }
        int depth = 0;
        for (int i = name + 1; i <= last; i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return name;
    }
}
