package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.FileNote;
import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.NoteKind;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolId;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.SymbolName;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.treesitter.Grammar;
import dev.caffeinecode.code.treesitter.SyntaxParser;
import dev.caffeinecode.code.treesitter.SyntaxTree;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the symbols of a file from its syntax tree. */
public final class SymbolReader {
    private static final Map<Grammar, RuleBook.Table> TABLES = new ConcurrentHashMap<>();

    private SymbolReader() {}

    /** Returns the grammar for a language; empty if its symbols cannot be read. */
    public static Optional<Grammar> grammar(Language language) {
        return Languages.book(language).map(RuleBook::grammar);
    }

    /** Parses a file in a language that has a {@link #grammar}; empty if that is not done within the time given. */
    public static Optional<SyntaxTree> parse(SyntaxParser parser, Grammar grammar, byte[] utf8, Duration timeout) {
        return parser.parse(grammar, SourceMask.apply(grammar, utf8), utf8, timeout);
    }

    /**
     * Reads a tree.
     *
     * @throws IllegalArgumentException for a language without {@link #grammar}
     */
    public static SymbolReading read(SyntaxTree tree, Language language, String path, WalkLimits limits) {
        RuleBook book = Languages.book(language)
                .orElseThrow(() -> new IllegalArgumentException("no rules for " + language.title()));
        RuleBook.Table table = TABLES.computeIfAbsent(book.grammar(), _ -> book.tableFor(tree));
        SymbolWalk walk = new SymbolWalk(tree, book, table, path, limits);
        walk.run();
        adopt(walk.drafts());
        BodyDigests digests = new BodyDigests(tree.source(), walk.source(), walk.drafts());
        List<Symbol> symbols = new ArrayList<>(walk.drafts().size());
        for (Draft draft : walk.drafts()) {
            symbols.add(symbol(draft, symbols.size(), walk, digests));
        }
        return new SymbolReading(
                symbols, walk.entryPoints(), notes(tree, walk, limits), new SymbolSpans(walk.drafts()));
    }

    /** Makes members of what belongs to a type that is written elsewhere in the file. */
    private static void adopt(List<Draft> drafts) {
        Map<String, Integer> types = types(drafts);
        for (Draft draft : drafts) {
            if (!draft.kind().isType()) {
                draft.owner().map(types::get).ifPresent(draft::parent);
            }
        }
    }

    /** Returns the ordinals of the types in a file that are not inside a function, by their simple names. */
    static Map<String, Integer> types(List<Draft> drafts) {
        Map<String, Integer> types = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            if ((draft.kind().isType() || draft.kind() == SymbolKind.TYPE_ALIAS)
                    && !draft.place().local()) {
                types.putIfAbsent(draft.name(), i);
            }
        }
        return types;
    }

    private static Symbol symbol(Draft draft, int ordinal, SymbolWalk walk, BodyDigests digests) {
        SourceText source = walk.source();
        String signature =
                draft.signature().or(() -> Optional.of(signature(draft, walk))).orElseThrow();
        boolean told = draft.signature().isEmpty() && !signature.endsWith("…");
        LineRange lines =
                source.lines(draft.place().start(), draft.place().node().endByte());
        return new Symbol(
                new SymbolId(walk.path(), ordinal),
                draft.parent(),
                draft.kind(),
                new SymbolName(walk.qualifier(draft), draft.name()),
                signature.isEmpty() ? draft.name() : signature,
                visibility(draft, walk.exports()),
                lines,
                digests.of(draft, told ? signature : ""),
                draft.docstring().orElse(null));
    }

    private static String signature(Draft draft, SymbolWalk walk) {
        String signature = Signatures.of(
                walk.source(),
                walk.table(),
                draft.place().node(),
                draft.place().signatureStart(),
                draft.signatureEnd());
        boolean complete = draft.kind().isCallable() || draft.kind().isType();
        return complete ? signature : Signatures.withoutLongValue(signature);
    }

    /** Where a file names what it exports, the rest of its top level is for the file or package itself. */
    private static Visibility visibility(Draft draft, Set<String> exports) {
        boolean inner = draft.parent() != Symbol.NO_PARENT || draft.owner().isPresent();
        if (inner || exports.isEmpty() || draft.kind() == SymbolKind.MODULE) {
            return draft.visibility();
        }
        if (exports.contains(draft.name())) {
            return Visibility.PUBLIC;
        }
        return draft.visibility() == Visibility.PUBLIC ? Visibility.PACKAGE : draft.visibility();
    }

    private static List<FileNote> notes(SyntaxTree tree, SymbolWalk walk, WalkLimits limits) {
        List<FileNote> notes = new ArrayList<>();
        if (walk.errors() > 0) {
            notes.add(new FileNote(
                    NoteKind.SYNTAX_ERRORS,
                    "%d %s could not be read, the first at line %d"
                            .formatted(walk.errors(), walk.errors() == 1 ? "place" : "places", walk.firstErrorLine())));
        } else if (tree.root().hasError()) {
            notes.add(new FileNote(NoteKind.SYNTAX_ERRORS, "something is missing"));
        }
        if (tree.isCut()) {
            notes.add(new FileNote(NoteKind.TOO_LARGE, "has more syntax nodes than are kept; the rest was left out"));
        }
        if (walk.isTooDeep()) {
            notes.add(new FileNote(
                    NoteKind.TOO_DEEP,
                    "nested deeper than %d levels; the rest was left out".formatted(limits.maxDepth())));
        }
        if (walk.hasTooManySymbols()) {
            notes.add(new FileNote(
                    NoteKind.TOO_MANY_SYMBOLS, "only the first %d symbols were read".formatted(limits.maxSymbols())));
        }
        return notes;
    }
}
