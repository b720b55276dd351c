package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.treesitter.SyntaxNode;

/** The part of a C or C++ declaration that holds the name: {@code (*handlers[4])(int)} declares {@code handlers}. */
public final class Declarators {
    /** Deeper ones are no declarations that a person wrote. */
    private static final int MAX_DEPTH = 30;

    private Declarators() {}

    /** Returns the declared name; empty if there is none. */
    public static String name(SyntaxNode declarator) {
        SyntaxNode node = declarator;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            SyntaxNode inner = inner(node);
            if (inner.isAbsent() || node.is("operator_cast")) {
                return isName(node) ? node.text() : "";
            }
            node = inner;
        }
        return "";
    }

    /** Returns whether a function is declared, not a variable that holds one. */
    public static boolean isFunction(SyntaxNode declarator) {
        SyntaxNode node = declarator;
        for (int depth = 0; node.isPresent() && depth < MAX_DEPTH; depth++) {
            if (node.is("function_declarator")) {
                return !node.child("declarator").text().startsWith("(*");
            }
            node = inner(node);
        }
        return false;
    }

    private static SyntaxNode inner(SyntaxNode node) {
        SyntaxNode declarator = node.child("declarator");
        if (declarator.isPresent()
                || !node.is("parenthesized_declarator", "reference_declarator", "attributed_declarator")) {
            return declarator;
        }
        return node.children().stream()
                .filter(child -> child.kind().endsWith("declarator") || isName(child))
                .findFirst()
                .orElse(declarator);
    }

    private static boolean isName(SyntaxNode node) {
        return switch (node.kind()) {
            case "identifier",
                    "field_identifier",
                    "type_identifier",
                    "primitive_type",
                    "qualified_identifier",
                    "destructor_name",
                    "operator_name",
                    "operator_cast",
                    "template_function" -> true;
            default -> false;
        };
    }
}
