package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.EntryPoint;
import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.symbols.RuleBook.Trait;
import dev.caffeinecode.code.treesitter.SyntaxCursor;
import dev.caffeinecode.code.treesitter.SyntaxNode;
import dev.caffeinecode.code.treesitter.SyntaxTree;
import dev.caffeinecode.code.treesitter.SyntaxWalk;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One pass over a syntax tree that applies the rules of the language. */
final class SymbolWalk implements Site, SyntaxWalk.Visitor {
    private static final int ERROR_KIND = 0xFFFF;

    private final SyntaxWalk walk;
    private final RuleBook book;
    private final RuleBook.Table table;
    private final String path;
    private final WalkLimits limits;
    private final SourceText source;
    private final Comments comments;
    private final Scopes scopes = new Scopes();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<EntryPoint> entryPoints = new ArrayList<>();
    private final Set<String> exports = new HashSet<>();
    private final Map<String, String> qualifiers = new HashMap<>();

    private int errors;
    private int firstErrorRow;
    private boolean tooMany;

    SymbolWalk(SyntaxTree tree, RuleBook book, RuleBook.Table table, String path, WalkLimits limits) {
        this.walk = new SyntaxWalk(tree, limits.maxDepth());
        this.book = book;
        this.table = table;
        this.path = path;
        this.limits = limits;
        this.source = new SourceText(tree.source());
        this.comments = new Comments(source, new SourceText(tree.parsed()), book.comments());
    }

    void run() {
        scopes.namespace("");
        book.beginning().apply(this);
        walk.run(this);
    }

    @Override
    public boolean isDone() {
        return tooMany;
    }

    @Override
    public boolean enter(SyntaxCursor at) {
        int kind = at.kind();
        if (!table.knows(kind)) {
            if (kind == ERROR_KIND && errors++ == 0) {
                firstErrorRow = at.startRow();
            }
            return true;
        }
        if (table.is(kind, Trait.COMMENT)) {
            comment(at.startByte(), at.endByte());
            return false;
        }
        if (table.is(kind, Trait.ATTRIBUTE)) {
            comments.attribute(at.startByte(), at.endByte());
            return false;
        }
        Rule rule = table.rule(kind);
        boolean boundary = table.is(kind, Trait.BOUNDARY);
        if (rule != null || boundary) {
            scopes.leaveBefore(at.startByte());
        }
        if (rule != null) {
            apply(rule, at);
        }
        if (boundary) {
            Scopes.Scope around = scopes.innermost();
            scopes.enter(new Scopes.Scope(at.endByte(), around.draft(), true, around.qualifier(), null, false, null));
        }
        return !table.is(kind, Trait.OPAQUE);
    }

    private void apply(Rule rule, SyntaxCursor at) {
        int before = drafts.size();
        rule.apply(this);
        int ordinal = drafts.size() - 1;
        if (ordinal < before) {
            return;
        }
        tooMany = drafts.size() >= limits.maxSymbols();
        Draft draft = drafts.get(ordinal);
        if (!draft.isLeaf()) {
            boolean accessor = draft.kind() == SymbolKind.PROPERTY
                    && draft.place().node().child("body").isPresent();
            boolean function = draft.kind().isCallable() || accessor;
            String qualified = DraftNames.join(draft.qualifier(), draft.name(), book.separator());
            scopes.enter(new Scopes.Scope(
                    at.endByte(),
                    ordinal,
                    function,
                    qualified,
                    null,
                    true,
                    draft.members().orElse(null)));
        }
    }

    private void comment(int start, int end) {
        if (source.isFirstOnLine(start)) {
            comments.add(start, end);
            return;
        }
        if (drafts.isEmpty()) {
            return;
        }
        Draft last = drafts.getLast();
        boolean member = !last.kind().isCallable() && !last.kind().isType() && last.kind() != SymbolKind.MODULE;
        int memberEnd = last.place().node().endByte();
        if (member
                && last.docstring().isEmpty()
                && memberEnd <= start
                && source.lines(memberEnd - 1, memberEnd).equals(source.lines(start, start + 1))) {
            comments.trailing(start, end).ifPresent(last::docstring);
        }
    }

    List<Draft> drafts() {
        return drafts;
    }

    List<EntryPoint> entryPoints() {
        return entryPoints;
    }

    Set<String> exports() {
        return exports;
    }

    /** Returns what stands before a symbol in its qualified name, the same string for all members of a type. */
    String qualifier(Draft draft) {
        return draft.qualifier().isEmpty()
                ? ""
                : qualifiers.computeIfAbsent(draft.qualifier(), known -> known.concat(book.separator()));
    }

    SourceText source() {
        return source;
    }

    RuleBook.Table table() {
        return table;
    }

    /** Returns how many pieces of text fit no rule of the grammar. */
    int errors() {
        return errors;
    }

    int firstErrorLine() {
        return firstErrorRow + 1;
    }

    boolean isTooDeep() {
        return walk.isTooDeep();
    }

    boolean hasTooManySymbols() {
        return tooMany;
    }

    @Override
    public SyntaxNode node() {
        return walk.node();
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String ancestor(int levels) {
        return walk.ancestor(levels);
    }

    @Override
    public Optional<SymbolKind> enclosing() {
        int draft = scopes.innermost().draft();
        return draft < 0 ? Optional.empty() : Optional.of(drafts.get(draft).kind());
    }

    @Override
    public boolean inFunction() {
        return scopes.innermost().function();
    }

    @Override
    public boolean inAnonymous() {
        Scopes.Scope innermost = scopes.innermost();
        return innermost.function() && !innermost.named();
    }

    @Override
    public String prefix() {
        return source.text(beginning(), node().startByte());
    }

    @Override
    public Draft define(SymbolKind kind, String name) {
        int start = beginning();
        int signatureStart = comments.afterAttributes(start, node().startByte());
        Draft.Place place = new Draft.Place(node(), start, signatureStart, scopes.inFunction());
        Draft draft = new Draft(kind, DraftNames.tidy(name), place, scopes.innermost());
        comments.above(start).ifPresent(draft::docstring);
        if (!draft.name().isEmpty()) {
            drafts.add(draft);
        }
        return draft;
    }

    @Override
    public Draft define(SymbolKind kind, String name, SyntaxNode part) {
        int start = part.startByte();
        Draft.Place place = new Draft.Place(part, start, start, scopes.inFunction());
        Draft draft = new Draft(kind, DraftNames.tidy(name), place, scopes.innermost());
        if (!draft.name().isEmpty()) {
            drafts.add(draft);
        }
        return draft.leaf();
    }

    @Override
    public String namespace() {
        return scopes.namespace();
    }

    @Override
    public void namespace(String qualifier) {
        scopes.namespace(qualifier);
    }

    @Override
    public void qualify(String qualifier) {
        enterNamed(qualifier, null, null);
    }

    @Override
    public void extend(String type, Visibility members) {
        enterNamed(type, type, members);
    }

    @Override
    public void inside(Visibility members) {
        Scopes.Scope around = scopes.innermost();
        scopes.enter(new Scopes.Scope(
                node().endByte(), around.draft(), false, around.qualifier(), around.owner(), true, members));
    }

    @Override
    public void members(Visibility visibility) {
        scopes.members(visibility);
    }

    @Override
    public Optional<Visibility> members() {
        return Optional.ofNullable(scopes.innermost().members());
    }

    private void enterNamed(String name, @Nullable String owner, @Nullable Visibility members) {
        Scopes.Scope around = scopes.innermost();
        String qualified = DraftNames.join(around.qualifier(), name, book.separator());
        scopes.enter(new Scopes.Scope(node().endByte(), around.draft(), false, qualified, owner, true, members));
    }

    @Override
    public void export(String name) {
        exports.add(name);
    }

    @Override
    public Optional<Docstring> documentation() {
        return comments.above(beginning());
    }

    @Override
    public void entryPoint(EntryPointKind kind, String name) {
        String shown = name.isBlank() ? path : name;
        entryPoints.add(
                new EntryPoint(kind, shown, new Location(path, source.lines(node().startByte(), node().endByte()))));
    }

    /** Returns where the definition at the current node begins: at its outermost wrapper or its first attribute. */
    private int beginning() {
        int start = comments.beginning(node().startByte());
        for (int level = walk.depth() - 1; level >= 0; level--) {
            boolean group = table.is(walk.kind(level), Trait.GROUP);
            if (!group && !table.is(walk.kind(level), Trait.WRAPPER)) {
                return start;
            }
            int from = Math.min(start, comments.beginning(walk.start(level)));
            if (group && source.containsAny(from, start, "(,;=")) {
                return start;
            }
            start = from;
        }
        return start;
    }
}
