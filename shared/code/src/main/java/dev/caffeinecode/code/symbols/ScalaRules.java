package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.treesitter.Grammar;
import dev.caffeinecode.code.treesitter.SyntaxNode;

/** What defines a symbol in Scala. */
final class ScalaRules {
    private ScalaRules() {}

    static RuleBook book() {
        return RuleBook.of(Grammar.SCALA)
                .comments(CommentStyle.MARKED, "block_comment comment")
                .attributes("annotation")
                .boundaries("lambda_expression instance_expression")
                .opaque("string interpolated_string arguments")
                .on("package_clause", ScalaRules::packageClause)
                .on("package_object", site -> named(site, SymbolKind.OBJECT))
                .on("class_definition", site -> named(site, SymbolKind.CLASS))
                .on("object_definition", ScalaRules::object)
                .on("trait_definition", site -> named(site, SymbolKind.TRAIT))
                .on("enum_definition", site -> named(site, SymbolKind.ENUM))
                .on("simple_enum_case full_enum_case", site -> named(site, SymbolKind.ENUM_MEMBER))
                .on("function_definition function_declaration", ScalaRules::function)
                .on("val_definition val_declaration var_definition var_declaration", ScalaRules::value)
                .on("given_definition", site -> named(site, SymbolKind.PROPERTY))
                .on("type_definition", site -> named(site, SymbolKind.TYPE_ALIAS))
                .on("class_parameter", ScalaRules::parameter)
                .build();
    }

    private static void packageClause(Site site) {
        String name = site.node().child("name").text();
        if (site.node().child("body").isAbsent()) {
            site.namespace(DraftNames.join(site.namespace(), name, "."));
        } else {
            site.qualify(name);
        }
    }

    private static Draft named(Site site, SymbolKind kind) {
        return site.define(kind, site.node().child("name").text()).visibility(visibility(site.node()));
    }

    private static void object(Site site) {
        Draft draft = named(site, SymbolKind.OBJECT);
        if (site.node().child("extend").text().matches("extends App\\b[\\s\\S]*")) {
            site.entryPoint(EntryPointKind.MAIN, DraftNames.join(draft.qualifier(), draft.name(), "."));
        }
    }

    private static void function(Site site) {
        if (site.inAnonymous()) {
            return;
        }
        boolean constructor = site.node().child("name").text().equals("this");
        SymbolKind kind = site.inType() ? SymbolKind.METHOD : SymbolKind.FUNCTION;
        Draft draft = named(site, constructor ? SymbolKind.CONSTRUCTOR : kind);
        boolean inObject = site.enclosing().orElse(SymbolKind.OBJECT) == SymbolKind.OBJECT;
        boolean takesArguments = site.node().child("parameters").text().contains("Array[String]");
        if ((inObject && draft.name().equals("main") && takesArguments)
                || site.prefix().contains("@main")) {
            site.entryPoint(EntryPointKind.MAIN, draft.qualifier().isEmpty() ? draft.name() : draft.qualifier());
        }
    }

    private static void value(Site site) {
        if (site.inFunction() || site.inAnonymous()) {
            return;
        }
        SyntaxNode pattern = site.node().child("pattern");
        SyntaxNode name = pattern.or(site.node().child("name"));
        if (name.is("identifier")) {
            boolean mutable = site.node().kind().startsWith("var");
            boolean constant = !mutable && Words.beginsUpperCase(name.text());
            site.define(constant ? SymbolKind.CONSTANT : SymbolKind.FIELD, name.text())
                    .visibility(visibility(site.node()));
        }
    }

    /** A parameter of a class with {@code val} or {@code var} is a field. */
    private static void parameter(Site site) {
        String text = site.node().text();
        if (!site.inFunction() && text.matches("(?:\\w+\\s+)*va[lr]\\s[\\s\\S]*")) {
            site.define(SymbolKind.FIELD, site.node().child("name").text()).visibility(visibility(site.node()));
        }
    }

    private static Visibility visibility(SyntaxNode node) {
        String modifiers = node.childOfKind("modifiers").text();
        if (modifiers.contains("private[")) {
            return Visibility.PACKAGE;
        }
        if (modifiers.contains("private")) {
            return Visibility.PRIVATE;
        }
        return modifiers.contains("protected") ? Visibility.PROTECTED : Visibility.PUBLIC;
    }
}
