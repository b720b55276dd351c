package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.treesitter.Grammar;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.Set;

/** What defines a symbol in Java. */
final class JavaRules {
    private JavaRules() {}

    static RuleBook book() {
        return RuleBook.of(Grammar.JAVA)
                .comments(CommentStyle.MARKED, "block_comment line_comment")
                .attributes("annotation marker_annotation")
                .opaque("method_declaration constructor_declaration compact_constructor_declaration field_declaration")
                .opaque("constant_declaration annotation_type_element_declaration block import_declaration modifiers")
                .opaque("superclass super_interfaces extends_interfaces permits type_parameters argument_list")
                .on("package_declaration", JavaRules::packageDeclaration)
                .on(
                        "module_declaration",
                        site -> site.define(
                                SymbolKind.MODULE, site.node().child("name").text()))
                .on("class_declaration", site -> type(site, SymbolKind.CLASS))
                .on("interface_declaration", site -> type(site, SymbolKind.INTERFACE))
                .on("enum_declaration", site -> type(site, SymbolKind.ENUM))
                .on("record_declaration", site -> type(site, SymbolKind.RECORD))
                .on("annotation_type_declaration", site -> type(site, SymbolKind.ANNOTATION))
                .on(
                        "enum_constant",
                        site -> site.define(
                                SymbolKind.ENUM_MEMBER,
                                site.node().child("name").text()))
                .on("method_declaration annotation_type_element_declaration", JavaRules::method)
                .on("constructor_declaration compact_constructor_declaration", JavaRules::constructor)
                .on("field_declaration constant_declaration", JavaRules::field)
                .build();
    }

    private static void packageDeclaration(Site site) {
        for (SyntaxNode child : site.node().children()) {
            if (child.is("scoped_identifier", "identifier")) {
                if (site.documentation().isPresent()) {
                    site.define(SymbolKind.MODULE, child.text());
                }
                site.namespace(child.text());
            }
        }
    }

    private static void type(Site site, SymbolKind kind) {
        boolean allPublic = kind == SymbolKind.INTERFACE || kind == SymbolKind.ANNOTATION;
        Draft draft = site.define(kind, site.node().child("name").text()).visibility(visibility(site));
        if (allPublic) {
            draft.members(Visibility.PUBLIC);
        }
    }

    private static void method(Site site) {
        String name = site.node().child("name").text();
        Draft draft = site.define(SymbolKind.METHOD, name).visibility(visibility(site));
        boolean isStatic = modifiers(site).contains("static");
        if (name.equals("main")
                && isStatic
                && site.node().child("parameters").text().contains("String")) {
            String body = site.node().child("body").text();
            boolean framework = body.contains("SpringApplication.") || body.contains("Micronaut.");
            site.entryPoint(framework ? EntryPointKind.APPLICATION : EntryPointKind.MAIN, draft.qualifier());
        }
    }

    private static void constructor(Site site) {
        site.define(SymbolKind.CONSTRUCTOR, site.node().child("name").text()).visibility(visibility(site));
    }

    private static void field(Site site) {
        Set<String> modifiers = modifiers(site);
        boolean constant =
                site.node().is("constant_declaration") || (modifiers.contains("static") && modifiers.contains("final"));
        for (SyntaxNode declarator : site.node().children("declarator")) {
            site.define(
                            constant ? SymbolKind.CONSTANT : SymbolKind.FIELD,
                            declarator.child("name").text())
                    .visibility(visibility(site));
        }
    }

    private static Set<String> modifiers(Site site) {
        return Words.of(site.node().childOfKind("modifiers").text());
    }

    private static Visibility visibility(Site site) {
        Set<String> modifiers = modifiers(site);
        if (modifiers.contains("public")) {
            return Visibility.PUBLIC;
        }
        if (modifiers.contains("private")) {
            return Visibility.PRIVATE;
        }
        if (modifiers.contains("protected")) {
            return Visibility.PROTECTED;
        }
        return site.members().orElse(Visibility.PACKAGE);
    }
}
