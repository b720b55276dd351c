package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.treesitter.Grammar;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.Set;
import java.util.stream.Collectors;

/** What defines a symbol in C#. */
final class CSharpRules {
    private CSharpRules() {}

    static RuleBook book() {
        return RuleBook.of(Grammar.CSHARP)
                .comments(CommentStyle.MARKED, "comment")
                .attributes("attribute_list")
                .opaque("method_declaration constructor_declaration destructor_declaration operator_declaration")
                .opaque("conversion_operator_declaration property_declaration indexer_declaration event_declaration")
                .opaque("field_declaration event_field_declaration block arrow_expression_clause using_directive")
                .on(
                        "namespace_declaration",
                        site -> site.qualify(site.node().child("name").text()))
                .on(
                        "file_scoped_namespace_declaration",
                        site -> site.namespace(site.node().child("name").text()))
                .on("class_declaration", site -> type(site, SymbolKind.CLASS))
                .on("struct_declaration", site -> type(site, SymbolKind.STRUCT))
                .on("record_declaration record_struct_declaration", site -> type(site, SymbolKind.RECORD))
                .on(
                        "interface_declaration",
                        site -> type(site, SymbolKind.INTERFACE).members(Visibility.PUBLIC))
                .on("enum_declaration", site -> type(site, SymbolKind.ENUM).members(Visibility.PUBLIC))
                .on("delegate_declaration", site -> type(site, SymbolKind.TYPE_ALIAS))
                .on(
                        "enum_member_declaration",
                        site -> site.define(
                                SymbolKind.ENUM_MEMBER,
                                site.node().child("name").text()))
                .on("method_declaration", CSharpRules::method)
                .on(
                        "constructor_declaration",
                        site -> member(
                                site,
                                SymbolKind.CONSTRUCTOR,
                                site.node().child("name").text()))
                .on(
                        "destructor_declaration",
                        site -> member(
                                site,
                                SymbolKind.METHOD,
                                "~" + site.node().child("name").text()))
                .on("operator_declaration", site -> member(site, SymbolKind.METHOD, operator(site.node())))
                .on("conversion_operator_declaration", site -> member(site, SymbolKind.METHOD, operator(site.node())))
                .on("property_declaration", CSharpRules::property)
                .on("indexer_declaration", CSharpRules::indexer)
                .on("event_declaration", CSharpRules::event)
                .on("event_field_declaration field_declaration", CSharpRules::fields)
                .build();
    }

    private static Draft type(Site site, SymbolKind kind) {
        return site.define(kind, site.node().child("name").text()).visibility(visibility(site));
    }

    private static Draft member(Site site, SymbolKind kind, String name) {
        return site.define(kind, name).visibility(visibility(site));
    }

    private static void method(Site site) {
        Draft draft = member(site, SymbolKind.METHOD, site.node().child("name").text());
        if (draft.name().equals("Main") && modifiers(site.node()).contains("static")) {
            site.entryPoint(EntryPointKind.MAIN, draft.qualifier());
        }
    }

    private static void property(Site site) {
        member(site, SymbolKind.PROPERTY, site.node().child("name").text())
                .before(site.node().child("accessors").or(site.node().child("value")));
    }

    private static void event(Site site) {
        member(site, SymbolKind.EVENT, site.node().child("name").text())
                .before(site.node().child("accessors"));
    }

    private static void indexer(Site site) {
        member(site, SymbolKind.PROPERTY, "this[]").before(site.node().child("accessors"));
    }

    private static void fields(Site site) {
        SyntaxNode declaration = site.node().childOfKind("variable_declaration");
        boolean event = site.node().is("event_field_declaration");
        boolean constant = modifiers(site.node()).contains("const");
        for (SyntaxNode declarator : declaration.children()) {
            if (declarator.is("variable_declarator")) {
                SymbolKind kind = constant ? SymbolKind.CONSTANT : SymbolKind.FIELD;
                member(
                        site,
                        event ? SymbolKind.EVENT : kind,
                        declarator.child("name").text());
            }
        }
    }

    private static String operator(SyntaxNode node) {
        String head = node.textBefore(node.child("parameters"));
        return "operator "
                + head.substring(head.lastIndexOf("operator") + "operator".length())
                        .strip();
    }

    private static Set<String> modifiers(SyntaxNode node) {
        return node.children().stream()
                .filter(child -> child.is("modifier"))
                .map(SyntaxNode::text)
                .collect(Collectors.toSet());
    }

    private static Visibility visibility(Site site) {
        Set<String> modifiers = modifiers(site.node());
        if (modifiers.contains("public")) {
            return Visibility.PUBLIC;
        }
        if (modifiers.contains("protected")) {
            return Visibility.PROTECTED;
        }
        if (modifiers.contains("internal")) {
            return Visibility.PACKAGE;
        }
        return site.members().orElse(site.enclosing().isEmpty() ? Visibility.PACKAGE : Visibility.PRIVATE);
    }
}
