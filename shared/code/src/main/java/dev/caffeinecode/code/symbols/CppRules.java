package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.treesitter.Grammar;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.Optional;

/** What defines a symbol in C++, besides what does in C. */
final class CppRules {
    private CppRules() {}

    static RuleBook book() {
        RuleBook.Builder book = RuleBook.of(Grammar.CPP)
                .separator("::")
                .comments(CommentStyle.ANY, "comment")
                .wrappers("template_declaration")
                .boundaries("lambda_expression");
        return CRules.common(book)
                .on("namespace_definition", CppRules::namespace)
                .on("class_specifier", site -> type(site, SymbolKind.CLASS, Visibility.PRIVATE))
                .on("struct_specifier", site -> type(site, SymbolKind.STRUCT, Visibility.PUBLIC))
                .on("union_specifier", site -> type(site, SymbolKind.UNION, Visibility.PUBLIC))
                .on("enum_specifier", site -> type(site, SymbolKind.ENUM, Visibility.PUBLIC))
                .on("access_specifier", CppRules::access)
                .on("function_definition", CppRules::function)
                .on("declaration field_declaration", CppRules::declaration)
                .on("alias_declaration", site -> simple(site, SymbolKind.TYPE_ALIAS))
                .on("concept_definition", site -> simple(site, SymbolKind.TYPE_ALIAS))
                .build();
    }

    private static void namespace(Site site) {
        String name = site.node().child("name").text();
        if (name.isEmpty()) {
            site.inside(Visibility.PRIVATE); // unnamed: hides what is in it from other files
        } else {
            site.qualify(name);
        }
    }

    private static void type(Site site, SymbolKind kind, Visibility members) {
        if (site.node().child("body").isPresent() && !site.inFunction()) {
            String name = site.node().child("name").text().replaceFirst("<[\\s\\S]*", "");
            site.define(kind, name.substring(name.lastIndexOf(':') + 1))
                    .visibility(visibility(site))
                    .members(members);
        }
    }

    private static void access(Site site) {
        switch (site.node().text()) {
            case "public" -> site.members(Visibility.PUBLIC);
            case "protected" -> site.members(Visibility.PROTECTED);
            case "private" -> site.members(Visibility.PRIVATE);
            default -> {
                // a macro in place of the keyword, as Qt has
            }
        }
    }

    private static void function(Site site) {
        SyntaxNode declarator = site.node().child("declarator");
        if (!isMember(site) && !Declarators.name(declarator).contains("::")) {
            CRules.function(site);
            return;
        }
        callable(site, declarator);
    }

    private static void declaration(Site site) {
        if (site.inFunction()) {
            return;
        }
        if (site.node().childOfKind("operator_cast").isPresent()) {
            simple(
                    site,
                    SymbolKind.METHOD,
                    site.node().childOfKind("operator_cast").text());
            return;
        }
        for (SyntaxNode declarator : site.node().children("declarator")) {
            if (!isMember(site)) {
                if (!Declarators.name(declarator).contains("::")) {
                    CRules.variable(site, declarator);
                }
            } else if (Declarators.isFunction(declarator)) {
                callable(site, declarator);
            } else {
                site.define(SymbolKind.FIELD, Declarators.name(declarator)).visibility(visibility(site));
            }
        }
    }

    /** Defines a method, in its class or as {@code Class::method} outside of it. */
    private static void callable(Site site, SyntaxNode declarator) {
        String path = Declarators.name(declarator)
                .replaceAll("<[^<>]*>", "")
                .replaceFirst("^(operator\\s+[\\w:&* ]+?)\\s*\\(.*", "$1");
        String name = path.contains("::") ? path.substring(path.lastIndexOf("::") + 2) : path;
        String owner = path.substring(0, path.length() - name.length()).replaceFirst("::$", "");
        String type = owner.substring(owner.lastIndexOf(':') + 1);
        boolean constructor =
                site.node().child("type").isAbsent() && !name.startsWith("operator") && !name.startsWith("~");
        Draft draft = site.define(constructor ? SymbolKind.CONSTRUCTOR : SymbolKind.METHOD, name);
        if (type.isEmpty()) {
            draft.visibility(visibility(site));
        } else {
            draft.owner(type, "::");
        }
    }

    private static void simple(Site site, SymbolKind kind) {
        simple(site, kind, site.node().child("name").text());
    }

    private static void simple(Site site, SymbolKind kind, String name) {
        if (!site.inFunction()) {
            site.define(kind, name.replaceFirst("\\(.*", "")).visibility(visibility(site));
        }
    }

    private static boolean isMember(Site site) {
        return site.ancestor(1).equals("field_declaration_list")
                || site.ancestor(2).equals("field_declaration_list");
    }

    private static Visibility visibility(Site site) {
        return site.members()
                .or(() -> Optional.of(CRules.visibility(site.node())))
                .orElseThrow();
    }
}
