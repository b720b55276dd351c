package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;

/** Writes down expressions as {@link Receivers} does. */
final class Chains {
    static final int MAX_TYPE_DEPTH = 50;

    /** A part of a chain may be several nodes: a call, type arguments, a member. */
    private static final int MAX_DEPTH = 3 * Receivers.MAX_PARTS;

    private final MentionBook book;
    private final Locals locals;

    Chains(MentionBook book, Locals locals) {
        this.book = book;
        this.locals = locals;
    }

    String of(SyntaxNode expression) {
        return of(expression, 0);
    }

    private String of(SyntaxNode expression, int depth) {
        Link link = depth > MAX_DEPTH ? null : book.chains().get(expression.kind());
        return switch (link) {
            case null -> Receivers.UNKNOWN;
            case Link.Name _ -> name(expression.text());
            case Link.NameOrCall _ -> locals.value(expression.text()).orElse(expression.text() + Receivers.CALLED);
            case Link.OwnMember _ -> known(Receivers.member(Receivers.SELF, expression.text()));
            case Link.Fixed fixed -> fixed.receiver();
            case Link.Member member -> member(expression, member.object(), member.name(), depth);
            case Link.Call call -> called(of(expression.child(call.function()), depth + 1));
            case Link.MemberCall call -> called(member(expression, call.object(), call.name(), depth));
            case Link.Typed typed -> Receivers.ofType(type(typed(expression, typed)));
            case Link.Inner inner -> of(inner(expression, inner), depth + 1);
        };
    }

    private String name(String text) {
        return locals.value(text).orElse(text);
    }

    private String member(SyntaxNode expression, String object, String name, int depth) {
        SyntaxNode left = expression.child(object);
        String last = expression.child(name).text();
        return left.isAbsent() ? last : known(Receivers.member(of(left, depth + 1), last));
    }

    private String known(String member) {
        return member.startsWith(Receivers.SELF) ? locals.memberValue(member).orElse(member) : member;
    }

    private String called(String receiver) {
        int dot = receiver.lastIndexOf(Receivers.DOT);
        if (dot > 0 && book.passing().contains(receiver.substring(dot + 1))) {
            return receiver.substring(0, dot);
        }
        return switch (receiver) {
            case Receivers.UNKNOWN, Receivers.SELF, Receivers.SUPER -> receiver;
            default -> receiver + Receivers.CALLED;
        };
    }

    static SyntaxNode typed(SyntaxNode expression, Link.Typed typed) {
        if (!typed.type().isEmpty()) {
            return expression.child(typed.type());
        }
        List<SyntaxNode> children = expression.children();
        return children.size() < 2 ? expression.child("no type") : children.getLast();
    }

    static SyntaxNode inner(SyntaxNode expression, Link.Inner inner) {
        if (!inner.field().isEmpty()) {
            return expression.child(inner.field());
        }
        List<SyntaxNode> children = expression.children();
        return children.isEmpty() ? expression.child("no child") : children.getFirst();
    }

    /** Returns the name of the outermost type in a node that is no wrapper, qualified with dots; empty for none. */
    String type(SyntaxNode node) {
        return type(node, 0);
    }

    private String type(SyntaxNode node, int level) {
        if (node.isAbsent() || level > MAX_TYPE_DEPTH || book.opaque().contains(node.kind())) {
            return "";
        }
        if (book.typeNames().contains(node.kind())) {
            String name = qualified(node.text());
            return book.wrappers().contains(name.substring(name.lastIndexOf(Receivers.DOT) + 1)) ? "" : name;
        }
        for (SyntaxNode child : node.children()) {
            String type = type(child, level + 1);
            if (!type.isEmpty()) {
                return type;
            }
        }
        return "";
    }

    /** Writes a qualified name with {@link Receivers#DOT} between its parts. */
    String qualified(String name) {
        String bare = name.strip();
        return bare.chars().allMatch(Character::isJavaIdentifierPart)
                ? bare
                : String.join(String.valueOf(Receivers.DOT), book.separators().split(bare.replaceAll("\\s+", "")));
    }
}
