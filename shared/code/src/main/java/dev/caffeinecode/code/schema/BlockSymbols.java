package dev.caffeinecode.code.schema;

import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.SymbolName;
import dev.caffeinecode.code.schema.Definitions.Span;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads languages of named blocks in braces. Of HCL, resources and data are objects, variables and outputs variables; of
 * Protocol Buffers, messages are structures, services interfaces, calls methods; of GraphQL, types and inputs are
 * structures, operations functions.
 */
final class BlockSymbols {
    private static final Map<String, SymbolKind> HCL = Map.of(
            "resource", SymbolKind.OBJECT,
            "data", SymbolKind.OBJECT,
            "module", SymbolKind.OBJECT,
            "variable", SymbolKind.VARIABLE,
            "output", SymbolKind.CONSTANT);
    private static final Map<String, SymbolKind> PROTO = Map.of(
            "message", SymbolKind.STRUCT,
            "enum", SymbolKind.ENUM,
            "service", SymbolKind.INTERFACE,
            "rpc", SymbolKind.METHOD);
    private static final Map<String, SymbolKind> GRAPHQL = Map.of(
            "type", SymbolKind.STRUCT,
            "input", SymbolKind.STRUCT,
            "interface", SymbolKind.INTERFACE,
            "enum", SymbolKind.ENUM,
            "union", SymbolKind.UNION,
            "scalar", SymbolKind.TYPE_ALIAS,
            "directive", SymbolKind.ANNOTATION,
            "fragment", SymbolKind.FUNCTION);
    private static final Set<String> OPERATIONS = Set.of("query", "mutation", "subscription");
    private static final Set<String> NO_FIELDS = Set.of("option", "reserved", "extensions", "oneof", "extend", "group");

    /** What is nested deeper is left out. */
    private static final int MAX_DEPTH = 100;

    private final List<Token> tokens;
    private final Definitions definitions;
    private final Deque<Open> open = new ArrayDeque<>();
    private String prefix = "";

    /** A block that has begun. */
    private record Open(int ordinal, @Nullable SymbolKind kind, String qualifier) {}

    private BlockSymbols(String path, List<Token> tokens) {
        this.tokens = tokens;
        this.definitions = new Definitions(path, tokens);
    }

    /** Names are those by which expressions refer to blocks: {@code var.name}, {@code aws_s3_bucket.logs}. */
    static List<Symbol> hcl(String path, List<Token> tokens) {
        return new BlockSymbols(path, tokens).hcl();
    }

    private List<Symbol> hcl() {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            SymbolKind kind = HCL.get(token.text());
            if (depth == 0 && kind != null) {
                List<String> labels = new ArrayList<>();
                int at = i + 1;
                while (at < tokens.size() && tokens.get(at).isString() && labels.size() < 3) {
                    labels.add(tokens.get(at++).bare());
                }
                if (at < tokens.size() && tokens.get(at).is("{") && !labels.isEmpty()) {
                    i = hclBlock(i, at, kind, labels);
                }
            } else if (token.is("{")) {
                depth++;
            } else if (token.is("}")) {
                depth = Math.max(0, depth - 1);
            }
        }
        return definitions.symbols();
    }

    private int hclBlock(int first, int brace, SymbolKind kind, List<String> labels) {
        int last = closing(brace);
        String type = tokens.get(first).text();
        String root = switch (type) {
            case "resource" -> "";
            case "variable" -> "var.";
            default -> type + ".";
        };
        String name = labels.getLast();
        String qualifier = root + String.join(".", labels.subList(0, labels.size() - 1));
        if (!name.isBlank()) {
            boolean dot = !qualifier.isEmpty() && !qualifier.endsWith(".");
            SymbolName named = new SymbolName(dot ? qualifier + "." : qualifier, name);
            definitions.add(Symbol.NO_PARENT, kind, named, new Span(first, brace - 1, last));
        }
        return last;
    }

    /** Returns where the brace is closed; the last token if nowhere. */
    private int closing(int brace) {
        int depth = 0;
        for (int i = brace; i < tokens.size(); i++) {
            depth += tokens.get(i).is("{") ? 1 : tokens.get(i).is("}") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    static List<Symbol> proto(String path, List<Token> tokens) {
        return new BlockSymbols(path, tokens).proto();
    }

    private List<Symbol> proto() {
        for (int i = 0; i < tokens.size(); ) {
            Token token = tokens.get(i);
            boolean named = i + 1 < tokens.size() && tokens.get(i + 1).isWord();
            SymbolKind kind = PROTO.get(token.text());
            if (token.is("}")) {
                close(i++);
            } else if (open.isEmpty() && token.text().equals("package") && named) {
                int end = statementEnd(i);
                prefix = text(i + 1, end - 1) + ".";
                i = end + 1;
            } else if (kind != null && named && isBlock(i)) {
                i = kind == SymbolKind.METHOD ? call(i) : begin(i, kind, tokens.get(i + 1));
            } else if (token.is("oneof")
                    && named
                    && open.size() < MAX_DEPTH
                    && i + 2 < tokens.size()
                    && tokens.get(i + 2).is("{")) {
                open.push(new Open(parent(), kindOfParent(), qualifier()));
                i += 3;
            } else {
                i = protoField(i) + 1;
            }
        }
        closeAll();
        return definitions.symbols();
    }

    private boolean isBlock(int first) {
        return first + 2 < tokens.size()
                && (tokens.get(first + 2).is("{") || tokens.get(first + 2).is("("));
    }

    private int begin(int first, SymbolKind kind, Token name) {
        int ordinal = definitions.add(
                parent(), kind, new SymbolName(qualifier(), name.text()), new Span(first, first + 1, first + 1));
        if (open.size() >= MAX_DEPTH) {
            int last = closing(first + 2);
            definitions.end(ordinal, last);
            return last + 1;
        }
        open.push(new Open(ordinal, kind, qualifier() + name.text() + "."));
        return first + 3;
    }

    /** {@code rpc Add(Item) returns (Cart);} or with a block of options. */
    private int call(int first) {
        int end = first;
        while (end + 1 < tokens.size()
                && !tokens.get(end).is(";")
                && !tokens.get(end).is("{")) {
            end++;
        }
        int last = tokens.get(end).is("{") ? closing(end) : end;
        SymbolName name = new SymbolName(qualifier(), tokens.get(first + 1).text());
        definitions.add(parent(), SymbolKind.METHOD, name, new Span(first, Math.max(first + 1, end - 1), last));
        return last + 1;
    }

    /** {@code repeated Item items = 1;} in messages, {@code OPEN = 0;} in enums; returns its last token. */
    private int protoField(int first) {
        int end = statementEnd(first);
        int equal = first;
        while (equal < end && !tokens.get(equal).is("=")) {
            equal++;
        }
        SymbolKind in = kindOfParent();
        boolean field = in == SymbolKind.STRUCT && equal > first + 1;
        boolean constant = in == SymbolKind.ENUM && equal == first + 1;
        boolean plain =
                equal < end && tokens.get(equal - 1 < first ? first : equal - 1).isWord();
        if (plain
                && (field || constant)
                && !NO_FIELDS.contains(tokens.get(first).text())) {
            SymbolName name = new SymbolName(qualifier(), tokens.get(equal - 1).text());
            SymbolKind kind = field ? SymbolKind.FIELD : SymbolKind.ENUM_MEMBER;
            definitions.add(parent(), kind, name, new Span(first, Math.max(first, end - 1), end));
        }
        return end;
    }

    /** Returns the semicolon that ends a statement; before a brace that closes more, the token before. */
    private int statementEnd(int first) {
        int depth = 0;
        for (int i = first; i < tokens.size(); i++) {
            depth += tokens.get(i).is("{") ? 1 : 0;
            if (tokens.get(i).is("}") && depth-- == 0) {
                return Math.max(first, i - 1);
            }
            if (tokens.get(i).is(";") && depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    private String text(int first, int last) {
        StringBuilder text = new StringBuilder();
        for (int i = first; i <= last && text.length() < 300; i++) {
            text.append(tokens.get(i).text());
        }
        return text.toString();
    }

    static List<Symbol> graphql(String path, List<Token> tokens) {
        return new BlockSymbols(path, tokens).graphql();
    }

    private List<Symbol> graphql() {
        for (int i = 0; i < tokens.size(); ) {
            Token token = tokens.get(i);
            boolean named = i + 1 < tokens.size() && tokens.get(i + 1).isWord();
            if (token.is("}")) {
                close(i++);
            } else if (open.isEmpty() && OPERATIONS.contains(token.text()) && named) {
                i = whole(i, i + 1, SymbolKind.FUNCTION);
            } else if (open.isEmpty() && GRAPHQL.containsKey(token.text())) {
                i = graphqlType(i, GRAPHQL.get(token.text()));
            } else if (open.isEmpty() && token.is("{")) {
                i = closing(i) + 1; // a query without a name, or what a schema names
            } else if (!open.isEmpty() && token.isWord()) {
                i = graphqlField(i);
            } else {
                i++;
            }
        }
        closeAll();
        return definitions.symbols();
    }

    private int graphqlType(int first, @Nullable SymbolKind kind) {
        int name = first + 1 < tokens.size() && tokens.get(first + 1).is("@") ? first + 2 : first + 1;
        if (kind == null || name >= tokens.size() || !tokens.get(name).isWord()) {
            return first + 1;
        }
        boolean fields = kind == SymbolKind.STRUCT || kind == SymbolKind.INTERFACE || kind == SymbolKind.ENUM;
        if (!fields) {
            return whole(first, name, kind);
        }
        int brace = name;
        while (brace + 1 < tokens.size()
                && !tokens.get(brace).is("{")
                && !GRAPHQL.containsKey(tokens.get(brace + 1).text())) {
            brace++;
        }
        boolean block = tokens.get(brace).is("{");
        int ordinal = definitions.add(
                Symbol.NO_PARENT,
                kind,
                new SymbolName("", tokens.get(name).text()),
                new Span(first, block ? brace - 1 : brace, brace, described(first)));
        if (block) {
            open.push(new Open(ordinal, kind, tokens.get(name).text() + "."));
        }
        return brace + 1;
    }

    /** A definition without members of its own, up to its block or the next definition. */
    private int whole(int first, int name, SymbolKind kind) {
        int end = name;
        while (end + 1 < tokens.size()
                && !tokens.get(end + 1).is("{")
                && tokens.get(end + 1).line() == tokens.get(end).lastLine()) {
            end++;
        }
        boolean block = end + 1 < tokens.size() && tokens.get(end + 1).is("{");
        int last = block ? closing(end + 1) : end;
        SymbolName named = new SymbolName("", tokens.get(name).text());
        definitions.add(Symbol.NO_PARENT, kind, named, new Span(first, end, last, described(first)));
        return last + 1;
    }

    /** {@code items(first: Int = 10): [Item!]!} up to the end of its line outside of brackets. */
    private int graphqlField(int first) {
        int depth = 0;
        int end = first;
        boolean alone = kindOfParent() == SymbolKind.ENUM
                && first + 1 < tokens.size()
                && !tokens.get(first + 1).is("@");
        while (!alone && end + 1 < tokens.size()) {
            depth += "([{".contains(tokens.get(end).text())
                    ? 1
                    : ")]}".contains(tokens.get(end).text()) ? -1 : 0;
            boolean over = depth <= 0
                    && (tokens.get(end + 1).line() > tokens.get(end).lastLine()
                            || tokens.get(end + 1).is("}"));
            if (over) {
                break;
            }
            end++;
        }
        SymbolKind kind = kindOfParent() == SymbolKind.ENUM ? SymbolKind.ENUM_MEMBER : SymbolKind.FIELD;
        SymbolName name = new SymbolName(qualifier(), tokens.get(first).text());
        definitions.add(parent(), kind, name, new Span(first, end, end, described(first)));
        return end + 1;
    }

    /** A string right before a definition documents it. */
    private @Nullable Docstring described(int first) {
        Token before = first == 0 ? null : tokens.get(first - 1);
        if (before == null
                || !before.isString()
                || before.lastLine() < tokens.get(first).line() - 1) {
            return null;
        }
        String text = before.text().replaceAll("^\"{1,3}|\"{1,3}$", "").strip();
        return text.isEmpty() ? null : new Docstring(text, new LineRange(before.line(), before.lastLine()));
    }

    private int parent() {
        return open.isEmpty() ? Symbol.NO_PARENT : open.getFirst().ordinal();
    }

    private @Nullable SymbolKind kindOfParent() {
        return open.isEmpty() ? null : open.getFirst().kind();
    }

    private String qualifier() {
        return open.isEmpty() ? prefix : open.getFirst().qualifier();
    }

    private void close(int brace) {
        if (!open.isEmpty()) {
            definitions.end(open.pop().ordinal(), brace);
        }
    }

    private void closeAll() {
        while (!open.isEmpty()) {
            close(tokens.size() - 1);
        }
    }
}
