package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.mentions.MentionBook.Trait;
import dev.caffeinecode.code.symbols.SymbolSpans;
import dev.caffeinecode.code.treesitter.SyntaxCursor;
import dev.caffeinecode.code.treesitter.SyntaxNode;
import dev.caffeinecode.code.treesitter.SyntaxTree;
import dev.caffeinecode.code.treesitter.SyntaxWalk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** One pass over a syntax tree that collects what it says about things elsewhere. */
final class MentionWalk implements MentionSite, SyntaxWalk.Visitor {
    private final SyntaxWalk walk;
    private final MentionBook book;
    private final MentionBook.Table table;
    private final String path;
    private final MentionLimits limits;
    private final SymbolSpans.Position symbols;
    private final Locals locals = new Locals();
    private final Chains chains;
    private final List<Import> imports = new ArrayList<>();
    private final Map<Key, Mention> mentions = new LinkedHashMap<>();
    private final Map<Integer, String> types = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> modules = new HashSet<>();

    private boolean skipped;
    private OptionalInt subject = OptionalInt.empty();

    /** What is noted once only. */
    private record Key(int from, ReferenceKind kind, String name, String receiver) {}

    MentionWalk(
            SyntaxTree tree,
            MentionBook book,
            MentionBook.Table table,
            String path,
            SymbolSpans symbols,
            MentionLimits limits) {
        this.walk = new SyntaxWalk(tree, limits.maxDepth());
        this.book = book;
        this.table = table;
        this.path = path;
        this.limits = limits;
        this.symbols = symbols.beginning();
        this.chains = new Chains(book, locals);
    }

    FileMentions run() {
        walk.run(this);
        return new FileMentions(imports, List.copyOf(mentions.values()), types);
    }

    @Override
    public boolean isDone() {
        return mentions.size() >= limits.maxMentions();
    }

    @Override
    public boolean enter(SyntaxCursor at) {
        int kind = at.kind();
        if (table.is(kind, Trait.SKIPPED)) {
            return false;
        }
        MentionRule rule = table.rule(kind);
        boolean block = table.is(kind, Trait.BLOCK);
        if (rule == null && !block) {
            return true;
        }
        int start = at.startByte();
        locals.leaveBefore(start);
        if (block) {
            locals.enter(at.endByte(), table.is(kind, Trait.TYPE));
        }
        if (rule != null) {
            symbols.moveTo(start);
            skipped = false;
            rule.apply(this);
            return !skipped;
        }
        return true;
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
    public String field() {
        return walk.field();
    }

    @Override
    public void skip() {
        skipped = true;
    }

    private int line() {
        return node().startRow() + 1;
    }

    @Override
    public void imports(String module, String name, String alias) {
        imports(module, name, alias, false);
    }

    @Override
    public void reexports(String module, String name, String alias) {
        imports(module, name, alias, true);
    }

    private void imports(String module, String name, String alias, boolean exported) {
        imports.add(new Import(module, name, alias, exported, line()));
        names.add(alias);
        if (name.isEmpty()) {
            modules.add(alias);
        }
    }

    @Override
    public void mention(ReferenceKind kind, String name) {
        path(kind, name, Mention.UNCOUNTED, line());
    }

    private void path(ReferenceKind kind, String name, int arguments, int line) {
        String chain = chains.qualified(name);
        int dot = chain.lastIndexOf(Receivers.DOT);
        String receiver = dot < 0 ? "" : chains.rooted(chain.substring(0, dot));
        add(kind, chain.substring(dot + 1), receiver, arguments, line);
    }

    @Override
    public void type(ReferenceKind kind, SyntaxNode type) {
        types(kind, type, 0);
    }

    @Override
    public boolean type(String of, ReferenceKind kind, SyntaxNode type) {
        subject = symbols.type(of);
        if (subject.isEmpty()) {
            return false;
        }
        type(kind, type);
        subject = OptionalInt.empty();
        return true;
    }

    private void types(ReferenceKind kind, SyntaxNode type, int level) {
        if (type.isAbsent() || level > Chains.MAX_TYPE_DEPTH) {
            return;
        }
        boolean named = book.is(Trait.TYPE_NAME, type.kind());
        if (named && !mentionType(kind, type)) {
            return;
        }
        boolean arguments = book.is(Trait.TYPE_ARGUMENTS, type.kind());
        for (SyntaxNode child : type.children()) {
            if (named) {
                typeArguments(child, level + 1);
            } else {
                types(arguments ? ReferenceKind.TYPE : kind, child, level + 1);
            }
        }
    }

    /** Notes the name of a type; returns whether there are arguments in it. */
    private boolean mentionType(ReferenceKind kind, SyntaxNode type) {
        String text = type.text();
        String bare = Chains.withoutArguments(text);
        if (!locals.isType(bare)) {
            String chain = chains.qualified(bare);
            int dot = chain.lastIndexOf(Receivers.DOT);
            String name = chain.substring(dot + 1);
            String receiver = dot < 0 ? "" : chain.substring(0, dot);
            if (book.typesApart()) {
                note(kind, name, receiver, Mention.UNCOUNTED, line());
            } else {
                add(kind, name, receiver, Mention.UNCOUNTED, line());
            }
        }
        return bare.length() < text.length();
    }

    private void typeArguments(SyntaxNode part, int level) {
        if (book.is(Trait.TYPE_ARGUMENTS, part.kind())) {
            types(ReferenceKind.TYPE, part, level);
        } else if (level <= Chains.MAX_TYPE_DEPTH) {
            part.children().forEach(child -> typeArguments(child, level + 1));
        }
    }

    @Override
    public void expression(ReferenceKind kind, SyntaxNode expression, int arguments) {
        expression(kind, expression, arguments, 0);
    }

    private void expression(ReferenceKind kind, SyntaxNode expression, int arguments, int level) {
        if (level > Chains.MAX_DEPTH) {
            return;
        }
        switch (chains.link(expression)) {
            case Link.Unknown _, Link.Fixed _, Link.Choice _ -> {}
            case Link.OwnMember _ -> member(kind, Receivers.SELF, expression);
            case Link.Name _, Link.NameOrCall _ ->
                add(kind, expression.text(), "", arguments, expression.startRow() + 1);
            case Link.Path _ -> path(kind, expression.text(), arguments, expression.startRow() + 1);
            case Link.Member member -> member(kind, expression, member, arguments);
            case Link.MemberCall call ->
                member(kind, expression, new Link.Member(call.object(), call.name()), arguments);
            case Link.Call call -> expression(kind, call.function().in(expression), arguments, level + 1);
            case Link.Typed typed -> type(kind, typed.type().in(expression));
            case Link.Inner inner -> expression(kind, inner.value().in(expression), arguments, level + 1);
        }
    }

    @Override
    public void value(SyntaxNode name) {
        String text = name.text();
        if (!modules.contains(text)) {
            ReferenceKind kind = isTypeName(text) ? ReferenceKind.TYPE : ReferenceKind.VALUE;
            add(kind, text, "", Mention.UNCOUNTED, name.startRow() + 1);
        }
    }

    /** Returns whether a name is written as those of types are: not as that of a constant. */
    private static boolean isTypeName(String name) {
        return Chains.beginsUpperCase(name)
                && (name.length() == 1 || name.chars().anyMatch(Character::isLowerCase));
    }

    @Override
    public void member(ReferenceKind kind, String receiver, SyntaxNode name) {
        add(kind, name.text(), receiver, Mention.UNCOUNTED, name.startRow() + 1);
    }

    @Override
    public void member(ReferenceKind kind, SyntaxNode expression, SyntaxNode name) {
        add(kind, name.text(), chains.of(expression), Mention.UNCOUNTED, name.startRow() + 1);
    }

    private void member(ReferenceKind kind, SyntaxNode expression, Link.Member member, int arguments) {
        SyntaxNode left = member.object().in(expression);
        SyntaxNode last = member.name().in(expression);
        if (last.isPresent()) {
            String receiver = left.isAbsent() ? "" : chains.of(left);
            add(kind, member.sigil() + last.text(), receiver, arguments, last.startRow() + 1);
        }
    }

    private void add(ReferenceKind kind, String name, String receiver, int arguments, int line) {
        Optional<String> local = receiver.isEmpty() ? locals.value(name) : Optional.empty();
        if (local.isPresent()) {
            alias(kind, local.get(), arguments, line);
        } else if (!receiver.isEmpty() || !locals.isType(name)) {
            note(kind, name, receiver, arguments, line);
        }
    }

    private void note(ReferenceKind kind, String name, String receiver, int arguments, int line) {
        boolean builtin = receiver.isEmpty() && book.is(Trait.BUILTIN, name) && !names.contains(name);
        if (name.isEmpty() || builtin) {
            return;
        }
        int from = subject.orElse(symbols.innermost());
        mentions.computeIfAbsent(
                new Key(from, kind, name, receiver), _ -> new Mention(from, kind, name, receiver, arguments, line));
    }

    /** A call of a local name that stands for a function or a type calls that. */
    private void alias(ReferenceKind kind, String value, int arguments, int line) {
        int dot = value.lastIndexOf(Receivers.DOT);
        String name = value.substring(dot + 1);
        boolean isName = !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0));
        if (kind == ReferenceKind.CALL && isName && !name.endsWith(Receivers.CALLED)) {
            String receiver = dot < 0 ? "" : value.substring(0, dot);
            if (!receiver.isEmpty() || locals.value(name).isEmpty()) {
                add(kind, name, receiver, arguments, line);
            }
        }
    }

    @Override
    public String receiver(SyntaxNode expression) {
        return expression.isAbsent() ? Receivers.UNKNOWN : chains.of(expression);
    }

    @Override
    public String valueOf(SyntaxNode type) {
        return chains.valueOf(type);
    }

    @Override
    public void declare(String name, String value) {
        locals.declare(name, value);
    }

    @Override
    public void declareType(String name) {
        locals.declareType(name);
    }

    @Override
    public void declareFrom(int offset, String name, String value) {
        locals.declareFrom(offset, name, value);
    }

    @Override
    public boolean assign(String name, String value) {
        return locals.assignFrom(node().endByte(), name, value);
    }

    @Override
    public void declareMember(String name, String value) {
        locals.declareMember(name, value);
    }

    @Override
    public boolean defines(String value) {
        List<Integer> defined = symbols.definedBy(node().startByte(), node().endByte());
        if (!value.equals(Receivers.UNKNOWN)) {
            defined.forEach(ordinal -> types.put(ordinal, value));
        }
        return !defined.isEmpty();
    }
}
