package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.treesitter.Grammar;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.Set;

/** What defines a symbol in Kotlin. */
final class KotlinRules {
    private KotlinRules() {}

    static RuleBook book() {
        return RuleBook.of(Grammar.KOTLIN)
                .comments(CommentStyle.MARKED, "multiline_comment line_comment")
                .attributes("annotation file_annotation")
                .boundaries("lambda_literal anonymous_function object_literal anonymous_initializer")
                .on(
                        "package_header",
                        site -> site.namespace(
                                site.node().childOfKind("identifier").text()))
                .on("class_declaration", KotlinRules::type)
                .on("object_declaration", site -> named(site, SymbolKind.OBJECT, "type_identifier"))
                .on("companion_object", KotlinRules::companion)
                .on("enum_entry", site -> named(site, SymbolKind.ENUM_MEMBER, "simple_identifier"))
                .on("function_declaration", KotlinRules::function)
                .on("secondary_constructor", KotlinRules::constructor)
                .on("property_declaration", KotlinRules::property)
                .on("class_parameter", KotlinRules::parameter)
                .on("type_alias", site -> named(site, SymbolKind.TYPE_ALIAS, "type_identifier"))
                .build();
    }

    private static Draft named(Site site, SymbolKind kind, String nameKind) {
        SyntaxNode node = site.node();
        return site.define(kind, name(node, nameKind))
                .visibility(visibility(site))
                .before(node.childOfKind("class_body").or(node.childOfKind("enum_class_body")));
    }

    private static String name(SyntaxNode node, String kind) {
        return node.childOfKind(kind).text().replace("`", "");
    }

    private static void type(Site site) {
        Set<String> words = Words.of(site.node().childOfKind("modifiers").text());
        SymbolKind kind = SymbolKind.CLASS;
        if (site.node().childOfKind("interface").isPresent()) {
            kind = SymbolKind.INTERFACE;
        } else if (site.node().childOfKind("enum").isPresent()) {
            kind = SymbolKind.ENUM;
        } else if (words.contains("annotation")) {
            kind = SymbolKind.ANNOTATION;
        }
        named(site, kind, "type_identifier");
    }

    private static void companion(Site site) {
        String name = site.node().childOfKind("type_identifier").text();
        site.define(SymbolKind.OBJECT, name.isEmpty() ? "Companion" : name)
                .visibility(visibility(site))
                .before(site.node().childOfKind("class_body"));
    }

    private static void function(Site site) {
        if (site.inAnonymous()) {
            return;
        }
        Draft draft = site.define(
                        site.inType() ? SymbolKind.METHOD : SymbolKind.FUNCTION, name(site.node(), "simple_identifier"))
                .visibility(visibility(site))
                .before(site.node().childOfKind("function_body"));
        if (draft.name().equals("main") && site.ancestor(1).equals("source_file")) {
            String body = site.node().childOfKind("function_body").text();
            boolean framework = body.contains("runApplication")
                    || body.contains("SpringApplication.")
                    || body.contains("Micronaut.");
            site.entryPoint(
                    framework ? EntryPointKind.APPLICATION : EntryPointKind.MAIN,
                    DraftNames.join(draft.qualifier(), draft.name(), "."));
        }
    }

    private static void constructor(Site site) {
        site.define(SymbolKind.CONSTRUCTOR, "constructor")
                .visibility(visibility(site))
                .before(site.node().childOfKind("statements"));
    }

    private static void property(Site site) {
        SyntaxNode variable = site.node().childOfKind("variable_declaration");
        if (site.inFunction() || variable.isAbsent()) {
            return;
        }
        boolean constant = Words.of(site.node().childOfKind("modifiers").text()).contains("const");
        site.define(constant ? SymbolKind.CONSTANT : SymbolKind.PROPERTY, name(variable, "simple_identifier"))
                .visibility(visibility(site))
                .before(site.node().childOfKind("getter"));
    }

    /** A parameter of the primary constructor with {@code val} or {@code var} is a property. */
    private static void parameter(Site site) {
        if (site.node().childOfKind("binding_pattern_kind").isPresent() && !site.inFunction()) {
            site.define(SymbolKind.PROPERTY, name(site.node(), "simple_identifier"))
                    .visibility(visibility(site));
        }
    }

    private static Visibility visibility(Site site) {
        Set<String> words = Words.of(site.node().childOfKind("modifiers").text());
        if (words.contains("private")) {
            return Visibility.PRIVATE;
        }
        if (words.contains("protected")) {
            return Visibility.PROTECTED;
        }
        return words.contains("internal") ? Visibility.PACKAGE : Visibility.PUBLIC;
    }
}
