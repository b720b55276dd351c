package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.treesitter.Grammar;
import dev.caffeinecode.code.treesitter.SyntaxNode;

/** What defines a symbol in JavaScript and TypeScript, JSX included. What a module does not export is private. */
final class ScriptRules {
    private static final int MAX_SHOWN_OBJECT = 80;

    private ScriptRules() {}

    static RuleBook book(Grammar grammar) {
        RuleBook.Builder book = RuleBook.of(grammar)
                .comments(CommentStyle.ANY, "comment")
                .attributes("decorator")
                .wrappers("export_statement ambient_declaration")
                .groups("lexical_declaration variable_declaration expression_statement")
                .boundaries("arrow_function function_expression generator_function")
                .opaque("string template_string regex jsx_text array")
                .on("class_declaration abstract_class_declaration", site -> declaration(site, SymbolKind.CLASS))
                .on("function_declaration generator_function_declaration function_signature", ScriptRules::function)
                .on("function_expression generator_function", ScriptRules::argument)
                .on("variable_declarator", ScriptRules::variable)
                .on("method_definition", ScriptRules::method)
                .on("field_definition public_field_definition", ScriptRules::field)
                .on("pair", ScriptRules::pair)
                .on("assignment_expression", ScriptAssignments::assignment)
                .on("export_statement", ScriptAssignments::export);
        return grammar == Grammar.JAVASCRIPT ? book.build() : typed(book).build();
    }

    private static RuleBook.Builder typed(RuleBook.Builder book) {
        return book.on("interface_declaration", ScriptRules::interfaceDeclaration)
                .on("type_alias_declaration", site -> declaration(site, SymbolKind.TYPE_ALIAS))
                .on("enum_declaration", site -> declaration(site, SymbolKind.ENUM))
                .on("enum_assignment property_identifier", ScriptRules::enumMember)
                .on("module internal_module", ScriptRules::module)
                .on("method_signature abstract_method_signature", ScriptRules::methodSignature)
                .on("property_signature", ScriptRules::propertySignature);
    }

    static boolean isFunction(SyntaxNode value) {
        return value.is("arrow_function", "function_expression", "generator_function");
    }

    /** Returns the body of a value that is a function or class. */
    static SyntaxNode bodyOf(SyntaxNode value) {
        boolean longObject = value.is("object") && value.endByte() - value.startByte() > MAX_SHOWN_OBJECT;
        return longObject ? value : isFunction(value) || value.is("class") ? value.child("body") : value.child("none");
    }

    private static Draft declaration(Site site, SymbolKind kind) {
        return declaration(site, kind, site.node().child("name").text(), 1);
    }

    /** Defines what an export statement so many levels up exports. */
    private static Draft declaration(Site site, SymbolKind kind, String name, int levels) {
        boolean exported = site.ancestor(levels).equals("export_statement")
                || site.ancestor(levels).equals("ambient_declaration");
        if (exported && !site.inFunction()) {
            site.export(name);
        }
        return site.define(kind, name).visibility(exported ? Visibility.PUBLIC : Visibility.PRIVATE);
    }

    private static void interfaceDeclaration(Site site) {
        declaration(site, SymbolKind.INTERFACE).members(Visibility.PUBLIC);
    }

    private static void function(Site site) {
        declaration(site, SymbolKind.FUNCTION);
    }

    private static void module(Site site) {
        String name = unquoted(site.node().child("name").text());
        if (!name.isEmpty()) {
            declaration(site, SymbolKind.MODULE, name, 1);
        }
    }

    /** {@code defineGetter(request, 'secure', function secure() {})}, {@code export default once(function load() {})}. */
    private static void argument(Site site) {
        SyntaxNode name = site.node().child("name");
        boolean exported = site.ancestor(3).equals("export_statement");
        boolean stated = exported || site.ancestor(3).equals("expression_statement");
        if (name.isPresent() && stated && site.ancestor(1).equals("arguments") && !site.inFunction()) {
            site.define(SymbolKind.FUNCTION, name.text()).visibility(exported ? Visibility.PUBLIC : Visibility.PRIVATE);
            if (exported) {
                site.export(name.text());
            }
        }
    }

    private static void variable(Site site) {
        SyntaxNode name = site.node().child("name");
        SyntaxNode value = site.node().child("value");
        boolean counts = site.ancestor(2).startsWith("for_");
        if (site.inFunction() || counts || !name.is("identifier")) {
            return;
        }
        if (value.is("assignment_expression") && value.text().contains("exports =")) {
            site.export(name.text()); // const app = module.exports = ...
        }
        declaration(site, variableKind(site, value), name.text(), 2).before(bodyOf(value));
    }

    private static SymbolKind variableKind(Site site, SyntaxNode value) {
        if (isFunction(value)) {
            return SymbolKind.FUNCTION;
        }
        if (value.is("class")) {
            return SymbolKind.CLASS;
        }
        return site.prefix().contains("const") ? SymbolKind.CONSTANT : SymbolKind.VARIABLE;
    }

    private static void method(Site site) {
        boolean inClass = site.ancestor(1).equals("class_body");
        if (!inClass && site.inFunction()) {
            return;
        }
        String name = site.node().child("name").text();
        String words = site.node().text();
        boolean accessor = words.startsWith("get ") || words.startsWith("set ") || words.startsWith("static get ");
        SymbolKind kind = name.equals("constructor") && inClass
                ? SymbolKind.CONSTRUCTOR
                : accessor ? SymbolKind.PROPERTY : SymbolKind.METHOD;
        site.define(kind, name).visibility(memberVisibility(site, name));
    }

    private static void methodSignature(Site site) {
        if (isDeclaredType(site)) {
            String name = unquoted(site.node().child("name").text());
            site.define(SymbolKind.METHOD, name).visibility(memberVisibility(site, name));
        }
    }

    private static void propertySignature(Site site) {
        if (isDeclaredType(site)) {
            site.define(SymbolKind.PROPERTY, unquoted(site.node().child("name").text()));
        }
    }

    /** Types are also written inside other types and parameters, where their parts are nothing to refer to. */
    private static boolean isDeclaredType(Site site) {
        return switch (site.ancestor(1)) {
            case "interface_body", "class_body" -> true;
            case "object_type" -> site.ancestor(2).equals("type_alias_declaration");
            default -> false;
        };
    }

    private static void field(Site site) {
        SyntaxNode value = site.node().child("value");
        String name =
                site.node().child("name").or(site.node().child("property")).text();
        if (site.ancestor(1).equals("class_body")) {
            site.define(isFunction(value) ? SymbolKind.METHOD : SymbolKind.FIELD, name)
                    .visibility(memberVisibility(site, name))
                    .before(bodyOf(value));
        }
    }

    private static void pair(Site site) {
        SyntaxNode value = site.node().child("value");
        if (isFunction(value) && !site.inFunction() && site.enclosing().isPresent()) {
            String name = unquoted(site.node().child("key").text());
            site.define(SymbolKind.METHOD, name).before(value.child("body"));
        }
    }

    private static void enumMember(Site site) {
        if (site.ancestor(1).equals("enum_body")) {
            boolean assigned = site.node().is("enum_assignment");
            site.define(
                    SymbolKind.ENUM_MEMBER,
                    assigned ? site.node().child("name").text() : site.node().text());
        }
    }

    private static String unquoted(String name) {
        return name.replaceAll("[\"']", "");
    }

    private static Visibility memberVisibility(Site site, String name) {
        String modifier = site.node().childOfKind("accessibility_modifier").text();
        return switch (modifier) {
            case "private" -> Visibility.PRIVATE;
            case "protected" -> Visibility.PROTECTED;
            default -> name.startsWith("#") ? Visibility.PRIVATE : Visibility.PUBLIC;
        };
    }
}
