package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;

/** Writes down expressions as {@link Receivers} does. */
final class Chains {
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
        Link link = depth > Receivers.MAX_PARTS ? null : book.chains().get(expression.kind());
        return switch (link) {
            case null -> Receivers.UNKNOWN;
            case Link.Name _ -> name(expression.text());
            case Link.Fixed fixed -> fixed.receiver();
            case Link.Member member -> member(expression, member.object(), member.name(), depth);
            case Link.Call call -> called(of(expression.child(call.function()), depth + 1));
            case Link.MemberCall call -> called(member(expression, call.object(), call.name(), depth));
            case Link.Typed typed -> Receivers.ofType(type(expression.child(typed.type())));
            case Link.Inner inner -> of(inner(expression, inner), depth + 1);
        };
    }

    private String name(String text) {
        return locals.value(text).orElse(text);
    }

    private String member(SyntaxNode expression, String object, String name, int depth) {
        SyntaxNode left = expression.child(object);
        String last = expression.child(name).text();
        return left.isAbsent() ? last : Receivers.member(of(left, depth + 1), last);
    }

    private static String called(String receiver) {
        return receiver.equals(Receivers.UNKNOWN) ? receiver : receiver + Receivers.CALLED;
    }

    static SyntaxNode inner(SyntaxNode expression, Link.Inner inner) {
        if (!inner.field().isEmpty()) {
            return expression.child(inner.field());
        }
        List<SyntaxNode> children = expression.children();
        return children.isEmpty() ? expression.child("no child") : children.getFirst();
    }

    /** Returns the name of the outermost type in a node, qualified with dots; empty if there is none. */
    String type(SyntaxNode node) {
        if (node.isAbsent()) {
            return "";
        }
        if (book.typeNames().contains(node.kind())) {
            return qualified(node.text()).replace(Receivers.DOT, '.');
        }
        for (SyntaxNode child : node.children()) {
            String type = type(child);
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
