package dev.caffeinecode.code.mentions;

/** How a kind of expressions is to be understood as part of a chain of receivers. */
sealed interface Link {
    /** A name. */
    record Name() implements Link {}

    /** A name that stands for a call if it is not declared. */
    record NameOrCall() implements Link {}

    /** The name of a member of the object whose method this is in, which stands for that object too. */
    record OwnMember() implements Link {}

    /** The object whose method this is in, or its superclass: always the same words. */
    record Fixed(String receiver) implements Link {}

    /** A member of something: both are fields of the node. An absent object means the member stands alone. */
    record Member(String object, String name) implements Link {}

    /** A call of what a field of the node holds. */
    record Call(String function) implements Link {}

    /** A call of a member, where one node holds both. An absent object means that the member stands alone. */
    record MemberCall(String object, String name) implements Link {}

    /** A value of a type in a field of the node: {@code new}, a cast. An empty field means the last child of several. */
    record Typed(String type) implements Link {}

    /** Worth what is in it: parentheses, {@code await}. An empty field means the first child. */
    record Inner(String field) implements Link {}
}
