package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;

/** How a kind of expressions is to be understood as part of a chain of receivers. */
sealed interface Link {
    /** Nothing is known of it. */
    record Unknown() implements Link {}

    /** A name. */
    record Name() implements Link {}

    /** A name that stands for a call if it is not declared. */
    record NameOrCall() implements Link {}

    /** Names with what separates them: {@code shop::Cart}. */
    record Path() implements Link {}

    /** The name of a member of the object whose method this is in, which stands for that object too. */
    record OwnMember() implements Link {}

    /** The object whose method this is in, or its superclass: always the same words. */
    record Fixed(String receiver) implements Link {}

    /**
     * A member of something. An absent object means the member stands alone.
     *
     * @param sigil what its name begins with where it is declared, but not here
     */
    record Member(Part object, Part name, String sigil) implements Link {
        Member(Part object, Part name) {
            this(object, name, "");
        }

        Member(String object, String name) {
            this(Part.field(object), Part.field(name));
        }
    }

    /** A call of what a part of the node holds. */
    record Call(Part function) implements Link {
        Call(String function) {
            this(Part.field(function));
        }
    }

    /** A call of a member, where one node holds both. An absent object means that the member stands alone. */
    record MemberCall(Part object, Part name) implements Link {
        MemberCall(String object, String name) {
            this(Part.field(object), Part.field(name));
        }
    }

    /** A value of a type in a part of the node: {@code new}, a cast. An empty field means the last child of several. */
    record Typed(Part type) implements Link {
        Typed(String field) {
            this(field.isEmpty() ? Part.lastOfSeveral() : Part.field(field));
        }
    }

    /** Worth what is in it: parentheses, {@code await}. An empty field means the first child. */
    record Inner(Part value) implements Link {
        Inner(String field) {
            this(field.isEmpty() ? Part.first() : Part.field(field));
        }
    }

    /** One of the others, which it takes a look at the node to tell; never a choice in turn. */
    record Choice(Chooser chooser) implements Link {}

    /** Where in a node to find a part of it, which may be absent. */
    @FunctionalInterface
    interface Part {
        SyntaxNode in(SyntaxNode node);

        static Part field(String field) {
            return node -> node.child(field);
        }

        static Part first() {
            return node -> {
                List<SyntaxNode> children = node.children();
                return children.isEmpty() ? node.child("") : children.getFirst();
            };
        }

        static Part lastOfSeveral() {
            return node -> {
                List<SyntaxNode> children = node.children();
                return children.size() < 2 ? node.child("") : children.getLast();
            };
        }
    }

    /** Tells by a node how it is to be understood. */
    @FunctionalInterface
    interface Chooser {
        Link link(SyntaxNode node);
    }
}
