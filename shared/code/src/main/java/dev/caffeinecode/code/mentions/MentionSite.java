package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.treesitter.SyntaxNode;

/** A node that a rule applies to, and what the rule may say there. */
interface MentionSite {
    SyntaxNode node();

    /** Returns the path of the file. */
    String path();

    /** Returns the kind of the node that this one is in; empty for the root. */
    default String parent() {
        return ancestor(1);
    }

    /** Returns the kind of the node that this one is in so many levels up; empty beyond the root. */
    String ancestor(int levels);

    /** Returns the field of its parent that the node is in; empty if it is in none. */
    String field();

    /** Returns whether the node is in a field of its parent. */
    default boolean isIn(String field) {
        return field().equals(field);
    }

    /** Leaves out what is in this node. */
    void skip();

    /** Notes that a file takes a name from elsewhere; {@link Import} says what the arguments are. */
    void imports(String module, String name, String alias);

    /** Notes that a file takes a name from elsewhere and hands it on. */
    void reexports(String module, String name, String alias);

    /**
     * Notes a name; none that is declared inside a function around it.
     *
     * @param name possibly qualified with what {@link MentionBook#separators} says
     */
    void mention(ReferenceKind kind, String name);

    /** Notes a type with all that it is built of: {@code Map<String, List<Order>>} names three. */
    void type(ReferenceKind kind, SyntaxNode type);

    /**
     * Notes what a type refers to outside of itself, as an {@code impl} of Rust does; returns false if the file has no type
     * of that simple name.
     */
    boolean type(String subject, ReferenceKind kind, SyntaxNode type);

    /** Notes what an expression calls, uses or makes, if it is of a kind that {@link MentionBook#chains} knows. */
    void expression(ReferenceKind kind, SyntaxNode expression, int arguments);

    /**
     * Notes a name that stands alone where a value is wanted, or begins a chain: as a type if it is written as types are.
     * The names of imported modules are none.
     */
    void value(SyntaxNode name);

    /** Notes a member of a receiver that is written down as {@link Receivers} does. */
    void member(ReferenceKind kind, String receiver, SyntaxNode name);

    /** Notes a member of what an expression gives. */
    void member(ReferenceKind kind, SyntaxNode expression, SyntaxNode name);

    /** Writes down what an expression gives, as {@link Receivers} does. */
    String receiver(SyntaxNode expression);

    /** Writes down a value of a type, as {@link Receivers} does. */
    String valueOf(SyntaxNode type);

    /** Declares a name, also {@link Receivers#SELF}, for the rest of the innermost block. */
    void declare(String name, String value);

    /** Declares a name of a type, such as a type parameter, for the rest of the innermost block. */
    void declareType(String name);

    /** Declares a name for the rest of the innermost block, but not for what is in this node. */
    default void declareAfter(String name, String value) {
        declareFrom(node().endByte(), name, value);
    }

    /** Declares a name for the rest of the innermost block from an offset in the file on. */
    void declareFrom(int offset, String name, String value);

    /** Gives a name another value behind this node, if any is known; returns false if none is declared so. */
    boolean assign(String name, String value);

    /** Says what a member of the object whose method this is holds, for the rest of the type; the first word counts. */
    void declareMember(String name, String value);

    /** Says what the symbols that this node defines hold or return; returns whether there are any. */
    boolean defines(String value);
}
