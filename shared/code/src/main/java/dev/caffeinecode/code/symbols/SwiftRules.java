package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.treesitter.Grammar;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.Optional;

/** What defines a symbol in Swift. */
final class SwiftRules {
    private SwiftRules() {}

    static RuleBook book() {
        return RuleBook.of(Grammar.SWIFT)
                .comments(CommentStyle.MARKED, "comment multiline_comment")
                .attributes("attribute")
                .boundaries("lambda_literal computed_property")
                .on("class_declaration", SwiftRules::type)
                .on("protocol_declaration", site -> type(site, SymbolKind.TRAIT))
                .on("function_declaration protocol_function_declaration", SwiftRules::function)
                .on("init_declaration", site -> member(site, SymbolKind.CONSTRUCTOR, "init"))
                .on("deinit_declaration", site -> member(site, SymbolKind.METHOD, "deinit"))
                .on("subscript_declaration", SwiftRules::subscript)
                .on("property_declaration protocol_property_declaration", SwiftRules::property)
                .on("enum_entry", SwiftRules::cases)
                .on("typealias_declaration associatedtype_declaration", SwiftRules::alias)
                .build();
    }

    private static void type(Site site) {
        String head = head(site.node());
        if (head.contains("extension ")) {
            site.extend(
                    site.node().child("name").text().replaceFirst("<[\\s\\S]*", ""),
                    modifier(site.node()).orElse(Visibility.PACKAGE));
        } else if (head.contains("struct ")) {
            type(site, SymbolKind.STRUCT);
        } else if (head.contains("enum ")) {
            type(site, SymbolKind.ENUM);
        } else {
            type(site, SymbolKind.CLASS);
        }
        if (site.node().text().startsWith("@main")) {
            site.entryPoint(EntryPointKind.MAIN, site.node().child("name").text());
        }
    }

    private static void type(Site site, SymbolKind kind) {
        Visibility visibility = visibility(site);
        Draft draft = site.define(kind, site.node().child("name").text()).visibility(visibility);
        if (kind == SymbolKind.ENUM || kind == SymbolKind.TRAIT) {
            draft.members(visibility);
        }
    }

    private static String head(SyntaxNode node) {
        return node.textBefore(node.child("name"));
    }

    private static Draft member(Site site, SymbolKind kind, String name) {
        return site.define(kind, name).visibility(visibility(site));
    }

    private static void function(Site site) {
        if (site.inAnonymous()) {
            return;
        }
        boolean member = site.ancestor(1).endsWith("_body") && !site.ancestor(1).equals("function_body");
        member(
                site,
                member ? SymbolKind.METHOD : SymbolKind.FUNCTION,
                site.node().child("name").text());
    }

    private static void subscript(Site site) {
        member(site, SymbolKind.METHOD, "subscript").before(site.node().childOfKind("computed_property"));
    }

    private static void property(Site site) {
        if (site.inFunction()) {
            return;
        }
        SyntaxNode computed = site.node().child("computed_value");
        SyntaxNode requirements = site.node().childOfKind("protocol_property_requirements");
        for (SyntaxNode pattern : site.node().children("name")) {
            String name = pattern.child("bound_identifier").text();
            member(site, SymbolKind.PROPERTY, name).before(computed.or(requirements));
        }
    }

    private static void cases(Site site) {
        for (SyntaxNode name : site.node().children("name")) {
            if (name.is("simple_identifier")) {
                member(site, SymbolKind.ENUM_MEMBER, name.text());
            }
        }
    }

    private static void alias(Site site) {
        if (!site.inFunction()) {
            member(site, SymbolKind.TYPE_ALIAS, site.node().child("name").text());
        }
    }

    private static Visibility visibility(Site site) {
        return modifier(site.node()).or(site::members).orElse(Visibility.PACKAGE);
    }

    private static Optional<Visibility> modifier(SyntaxNode node) {
        String modifiers = node.childOfKind("modifiers").text();
        if (modifiers.contains("public") || modifiers.contains("open")) {
            return Optional.of(Visibility.PUBLIC);
        }
        if (modifiers.contains("private")) {
            return Optional.of(Visibility.PRIVATE);
        }
        return modifiers.contains("internal") ? Optional.of(Visibility.PACKAGE) : Optional.empty();
    }
}
