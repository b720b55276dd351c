package dev.caffeinecode.code;

/** What kind of thing a symbol names. */
public enum SymbolKind implements Labelled {
    /** A module, namespace or package that is itself documented or holds symbols. */
    MODULE("module"),

    CLASS("class"),
    INTERFACE("interface"),
    ENUM("enum"),
    RECORD("record"),
    STRUCT("struct"),
    UNION("union"),
    /** A trait, protocol or mixin. */
    TRAIT("trait"),

    /** A type with its only instance. */
    OBJECT("object"),

    ANNOTATION("annotation"),
    TYPE_ALIAS("type-alias"),
    FUNCTION("function"),
    METHOD("method"),
    CONSTRUCTOR("constructor"),
    PROPERTY("property"),
    FIELD("field"),
    CONSTANT("constant"),
    VARIABLE("variable"),
    ENUM_MEMBER("enum-member"),
    MACRO("macro"),
    EVENT("event");

    private final String label;

    SymbolKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Returns whether symbols of this kind are types: they hold members and can be instantiated or implemented. */
    public boolean isType() {
        return switch (this) {
            case CLASS, INTERFACE, ENUM, RECORD, STRUCT, UNION, TRAIT, OBJECT, ANNOTATION -> true;
            case MODULE,
                    TYPE_ALIAS,
                    FUNCTION,
                    METHOD,
                    CONSTRUCTOR,
                    PROPERTY,
                    FIELD,
                    CONSTANT,
                    VARIABLE,
                    ENUM_MEMBER,
                    MACRO,
                    EVENT -> false;
        };
    }

    /** Returns whether symbols of this kind can be called. */
    public boolean isCallable() {
        return this == FUNCTION || this == METHOD || this == CONSTRUCTOR;
    }
}
