package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.treesitter.Grammar;
import dev.caffeinecode.code.treesitter.SyntaxNode;

/** What defines a symbol in PHP. */
final class PhpRules {
    private PhpRules() {}

    static RuleBook book() {
        return RuleBook.of(Grammar.PHP)
                .separator("\\")
                .comments(CommentStyle.MARKED, "comment")
                .attributes("attribute_list")
                .boundaries("anonymous_function arrow_function anonymous_class object_creation_expression")
                .opaque("arguments array_creation_expression text")
                .on(
                        "namespace_definition",
                        site -> site.namespace(site.node().child("name").text()))
                .on("class_declaration", site -> named(site, SymbolKind.CLASS))
                .on("interface_declaration", site -> named(site, SymbolKind.INTERFACE))
                .on("trait_declaration", site -> named(site, SymbolKind.TRAIT))
                .on("enum_declaration", site -> named(site, SymbolKind.ENUM))
                .on("enum_case", site -> named(site, SymbolKind.ENUM_MEMBER))
                .on("function_definition", site -> named(site, SymbolKind.FUNCTION))
                .on("method_declaration", PhpRules::method)
                .on("const_declaration", PhpRules::constant)
                .on("property_declaration", PhpRules::property)
                .on("function_call_expression", PhpRules::define)
                .build();
    }

    private static Draft named(Site site, SymbolKind kind) {
        return site.define(kind, site.node().child("name").text());
    }

    private static void method(Site site) {
        if (site.inAnonymous()) {
            return;
        }
        boolean constructor = site.node().child("name").text().equals("__construct");
        for (SyntaxNode parameter : site.node().child("parameters").children()) {
            if (parameter.is("property_promotion_parameter")) {
                site.define(SymbolKind.PROPERTY, parameter.child("name").text(), parameter)
                        .visibility(visibility(parameter));
            }
        }
        named(site, constructor ? SymbolKind.CONSTRUCTOR : SymbolKind.METHOD).visibility(visibility(site.node()));
    }

    private static void constant(Site site) {
        for (SyntaxNode element : site.node().children()) {
            if (element.is("const_element")) {
                site.define(SymbolKind.CONSTANT, element.childOfKind("name").text())
                        .visibility(visibility(site.node()));
            }
        }
    }

    private static void property(Site site) {
        if (site.inAnonymous()) {
            return;
        }
        for (SyntaxNode element : site.node().children()) {
            if (element.is("property_element")) {
                site.define(SymbolKind.PROPERTY, element.child("name").text()).visibility(visibility(site.node()));
            }
        }
    }

    /** {@code define('NAME', ...)}. */
    private static void define(Site site) {
        SyntaxNode arguments = site.node().child("arguments");
        if (!site.inFunction() && site.node().child("function").text().equals("define")) {
            String first = arguments.children().isEmpty()
                    ? ""
                    : arguments.children().getFirst().text();
            String name = first.replaceAll("^['\"]|['\"]$", "");
            if (name.matches("[\\w\\\\]+")) {
                site.define(SymbolKind.CONSTANT, name);
            }
        }
    }

    private static Visibility visibility(SyntaxNode node) {
        return switch (node.childOfKind("visibility_modifier").text()) {
            case "private" -> Visibility.PRIVATE;
            case "protected" -> Visibility.PROTECTED;
            default -> Visibility.PUBLIC;
        };
    }
}
