package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.mentions.MentionBook.Trait;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.ArrayList;
import java.util.List;

/** Writes down expressions as {@link Receivers} does. */
final class Chains {
    static final int MAX_TYPE_DEPTH = 50;

    /** A part of a chain may be several nodes: a call, type arguments, a member. */
    static final int MAX_DEPTH = 3 * Receivers.MAX_PARTS;

    private static final String DOT = String.valueOf(Receivers.DOT);
    private static final Link UNKNOWN = new Link.Unknown();

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
        if (depth > MAX_DEPTH) {
            return Receivers.UNKNOWN;
        }
        return switch (link(expression)) {
            case Link.Unknown _, Link.Choice _ -> Receivers.UNKNOWN;
            case Link.Name _ -> name(expression.text());
            case Link.NameOrCall _ -> locals.value(expression.text()).orElse(expression.text() + Receivers.CALLED);
            case Link.Path _ -> rooted(qualified(expression.text()));
            case Link.OwnMember _ -> known(Receivers.member(Receivers.SELF, expression.text()));
            case Link.Fixed fixed -> name(fixed.receiver());
            case Link.Member member -> member(expression, member, depth);
            case Link.Call call -> called(of(call.function().in(expression), depth + 1));
            case Link.MemberCall call -> called(member(expression, new Link.Member(call.object(), call.name()), depth));
            case Link.Typed typed -> ofType(type(typed.type().in(expression)));
            case Link.Inner inner -> of(inner.value().in(expression), depth + 1);
        };
    }

    /** Returns how an expression is to be understood. */
    Link link(SyntaxNode expression) {
        return switch (book.chains().get(expression.kind())) {
            case null -> UNKNOWN;
            case Link.Choice choice -> choice.chooser().link(expression);
            case Link known -> known;
        };
    }

    private String name(String text) {
        return locals.value(text).orElse(locals.isType(text) ? Receivers.UNKNOWN : text);
    }

    private String member(SyntaxNode expression, Link.Member member, int depth) {
        SyntaxNode left = member.object().in(expression);
        String last = member.name().in(expression).text();
        if (last.isEmpty()) {
            return Receivers.UNKNOWN;
        }
        String name = member.sigil() + last;
        return left.isAbsent() ? name : known(Receivers.member(of(left, depth + 1), name));
    }

    private String known(String member) {
        return member.startsWith(Receivers.SELF) ? locals.memberValue(member).orElse(member) : member;
    }

    private String called(String receiver) {
        int dot = receiver.lastIndexOf(Receivers.DOT);
        if (dot > 0 && book.is(Trait.PASSING, receiver.substring(dot + 1))) {
            return receiver.substring(0, dot);
        }
        return switch (receiver) {
            case Receivers.UNKNOWN, Receivers.SELF, Receivers.SUPER -> receiver;
            default -> receiver + Receivers.CALLED;
        };
    }

    /** Writes down a value of the type that a node names. */
    String valueOf(SyntaxNode node) {
        String type = type(node);
        return book.typesApart() ? ofType(type) : locals.value(type).orElse(ofType(type));
    }

    private String ofType(String type) {
        return locals.isType(type) ? Receivers.UNKNOWN : Receivers.ofType(type);
    }

    /**
     * Returns the name of the outermost type in a node that is no {@linkplain Trait#WRAPPER wrapper}, with what
     * qualifies it; empty if there is none.
     */
    private String type(SyntaxNode node) {
        return type(node, 0);
    }

    private String type(SyntaxNode node, int level) {
        if (node.isAbsent() || level > MAX_TYPE_DEPTH || book.is(Trait.OPAQUE, node.kind())) {
            return "";
        }
        String own = book.is(Trait.TYPE_NAME, node.kind()) ? qualified(node.text()) : "";
        boolean wrapper = book.is(Trait.WRAPPER, own.substring(own.lastIndexOf(Receivers.DOT) + 1));
        if (!own.isEmpty() && !wrapper) {
            return own;
        }
        for (SyntaxNode child : wrapper ? arguments(node, level) : node.children()) {
            String type = type(child, level + 1);
            if (!type.isEmpty()) {
                return type;
            }
        }
        return "";
    }

    private List<SyntaxNode> arguments(SyntaxNode type, int level) {
        List<SyntaxNode> found = new ArrayList<>();
        for (SyntaxNode child : type.children()) {
            if (book.is(Trait.TYPE_ARGUMENTS, child.kind())) {
                found.add(child);
            } else if (level < MAX_TYPE_DEPTH) {
                found.addAll(arguments(child, level + 1));
            }
        }
        return found;
    }

    /** Returns whether a name begins as those of types do; it is empty where the parser made up what is missing. */
    static boolean beginsUpperCase(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    }

    /**
     * Leaves out what stands in brackets: of {@code Map<String, Order>.Entry} it leaves {@code Map.Entry}. Brackets that a
     * name begins with are no arguments of it.
     */
    static String withoutArguments(String type) {
        if (type.startsWith("<") || (type.indexOf('<') < 0 && type.indexOf('[') < 0)) {
            return type;
        }
        StringBuilder bare = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < type.length(); i++) {
            char each = type.charAt(i);
            depth += each == '<' || each == '[' ? 1 : 0;
            if (depth == 0) {
                bare.append(each);
            }
            depth -= depth > 0 && (each == '>' || each == ']') ? 1 : 0;
        }
        return bare.toString();
    }

    /** Puts what is known of the first part of a chain in its place. */
    String rooted(String chain) {
        int dot = chain.indexOf(Receivers.DOT);
        return dot < 0 ? name(chain) : Receivers.member(name(chain.substring(0, dot)), chain.substring(dot + 1));
    }

    /** Writes a qualified name with {@link Receivers#DOT} between its parts, without arguments of types. */
    String qualified(String name) {
        String bare = name.strip();
        boolean identifier = true;
        boolean spaced = false;
        for (int i = 0; i < bare.length(); i++) {
            char each = bare.charAt(i);
            identifier &= Character.isJavaIdentifierPart(each);
            spaced |= Character.isWhitespace(each);
        }
        if (identifier) {
            return bare;
        }
        String[] parts = book.separators().split(withoutArguments(spaced ? bare.replaceAll("\\s+", "") : bare));
        boolean absolute = parts.length > 1 && parts[0].isEmpty();
        return String.join(DOT, absolute ? List.of(parts).subList(1, parts.length) : List.of(parts));
    }
}
