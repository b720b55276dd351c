package dev.caffeinecode.code.schema;

import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolId;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.SymbolName;
import dev.caffeinecode.code.Visibility;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the definitions of one file, in the order in which they begin. */
final class Definitions {
    private static final int MAX_SYMBOLS = 20_000;
    private static final int MAX_SIGNATURE_CHARACTERS = 300;
    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;

    private final String path;
    private final List<Token> tokens;
    private final List<Draft> drafts = new ArrayList<>();

    /** A definition with the places of its tokens: the first, the last of its signature, the last of all. */
    private record Draft(
            int parent,
            SymbolKind kind,
            SymbolName name,
            int first,
            int signature,
            int last,
            @Nullable Docstring doc) {}

    Definitions(String path, List<Token> tokens) {
        this.path = path;
        this.tokens = tokens;
    }

    /** Adds a definition; returns its ordinal, or {@link Symbol#NO_PARENT} if there are too many. */
    int add(int parent, SymbolKind kind, SymbolName name, Span span) {
        if (drafts.size() >= MAX_SYMBOLS) {
            return Symbol.NO_PARENT;
        }
        Docstring doc = span.doc() == null ? tokens.get(span.first()).doc() : span.doc();
        drafts.add(new Draft(parent, kind, name, span.first(), span.signature(), span.last(), doc));
        return drafts.size() - 1;
    }

    /** Says where a definition ends that was added before. */
    void end(int ordinal, int last) {
        if (ordinal >= 0) {
            Draft draft = drafts.get(ordinal);
            drafts.set(
                    ordinal,
                    new Draft(
                            draft.parent(),
                            draft.kind(),
                            draft.name(),
                            draft.first(),
                            draft.signature(),
                            Math.max(draft.signature(), last),
                            draft.doc()));
        }
    }

    /** Where a definition stands, by the places of its tokens. */
    record Span(
            int first, int signature, int last, @Nullable Docstring doc) {
        Span(int first, int signature, int last) {
            this(first, signature, last, null);
        }
    }

    List<Symbol> symbols() {
        long[] digests = digests();
        List<Symbol> symbols = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            LineRange lines = new LineRange(
                    tokens.get(draft.first()).line(), tokens.get(draft.last()).lastLine());
            symbols.add(new Symbol(
                    new SymbolId(path, i),
                    draft.parent(),
                    draft.kind(),
                    draft.name(),
                    signature(draft),
                    Visibility.PUBLIC,
                    lines,
                    digests[i],
                    draft.doc()));
        }
        return symbols;
    }

    /** The tokens as they stand in the text, with one blank where there is white space. */
    private String signature(Draft draft) {
        StringBuilder signature = new StringBuilder();
        for (int i = draft.first(); i <= draft.signature(); i++) {
            Token token = tokens.get(i);
            boolean apart = i > draft.first() && tokens.get(i - 1).end() < token.start();
            signature.append(apart ? " " : "").append(token.text().replaceAll("\\s+", " "));
            if (signature.length() > MAX_SIGNATURE_CHARACTERS) {
                boolean splits = Character.isHighSurrogate(signature.charAt(MAX_SIGNATURE_CHARACTERS - 1));
                return signature.substring(0, MAX_SIGNATURE_CHARACTERS - (splits ? 1 : 0)) + "…";
            }
        }
        return signature.toString();
    }

    /** Of what is in each definition but not in its signature and not in its members (FNV-1a, 64 bits). */
    private long[] digests() {
        int[] innermost = new int[tokens.size()];
        Arrays.fill(innermost, -1);
        for (int i = 0; i < drafts.size(); i++) {
            for (int token = drafts.get(i).first(); token <= drafts.get(i).last(); token++) {
                innermost[token] = i;
            }
        }
        long[] digests = new long[drafts.size()];
        for (int token = 0; token < innermost.length; token++) {
            int in = innermost[token];
            if (in >= 0 && token > drafts.get(in).signature()) {
                long digest = digests[in] == 0 ? BASIS : digests[in];
                String text = tokens.get(token).text();
                for (int i = 0; i < text.length(); i++) {
                    digest = (digest ^ text.charAt(i)) * PRIME;
                }
                digests[in] = (digest ^ ' ') * PRIME;
            }
        }
        return digests;
    }
}
