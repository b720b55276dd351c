package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.regex.Pattern;

/** Symbols that JavaScript defines by assigning or exporting them: CommonJS modules, prototypes, default exports. */
final class ScriptAssignments {
    private static final Pattern OWNER = Pattern.compile("[\\w$]{1,200}");

    private ScriptAssignments() {}

    static void assignment(Site site) {
        SyntaxNode left = site.node().child("left");
        SyntaxNode right = site.node().child("right");
        if (site.inFunction() || !left.is("member_expression")) {
            return;
        }
        String target = left.text();
        String object = left.child("object").text();
        String name = left.child("property").text();
        if (target.equals("module.exports") && site.enclosing().isEmpty()) {
            exportValue(site, right);
        } else if (object.equals("exports") || object.equals("module.exports")) {
            exportMember(site, name, right);
        } else {
            member(site, object, name, right);
        }
    }

    /** {@code Order.prototype.pay = function () {}}, {@code Order.Line = class {}}. */
    private static void member(Site site, String object, String name, SyntaxNode value) {
        boolean prototype = object.endsWith(".prototype");
        String owner = prototype ? object.substring(0, object.length() - ".prototype".length()) : object;
        boolean type = value.is("class");
        boolean function = ScriptRules.isFunction(value);
        if ((prototype || type || function) && OWNER.matcher(owner).matches()) {
            SymbolKind kind = type ? SymbolKind.CLASS : function ? SymbolKind.METHOD : SymbolKind.PROPERTY;
            site.define(kind, name).owner(owner, ".").before(ScriptRules.bodyOf(value));
        }
    }

    private static void exportMember(Site site, String name, SyntaxNode value) {
        site.export(name);
        if (value.is("identifier")) {
            site.export(value.text());
            return;
        }
        boolean function = ScriptRules.isFunction(value);
        SymbolKind kind = function ? SymbolKind.FUNCTION : value.is("class") ? SymbolKind.CLASS : SymbolKind.CONSTANT;
        site.define(kind, name).before(ScriptRules.bodyOf(value));
    }

    /** {@code module.exports = ...} and {@code export default ...}. */
    private static void exportValue(Site site, SyntaxNode value) {
        switch (value.kind()) {
            case "identifier" -> site.export(value.text());
            case "object" -> {
                for (SyntaxNode member : value.children()) {
                    site.export(member.is("pair") ? member.child("key").text() : member.text());
                    if (member.child("value").is("identifier")) {
                        site.export(member.child("value").text());
                    }
                }
                unnamed(site, SymbolKind.CONSTANT, value);
            }
            case "class" -> unnamed(site, SymbolKind.CLASS, value);
            default -> {
                if (ScriptRules.isFunction(value)) {
                    unnamed(site, SymbolKind.FUNCTION, value);
                }
            }
        }
    }

    private static void unnamed(Site site, SymbolKind kind, SyntaxNode value) {
        String own = value.is("object") ? "" : value.child("name").text();
        String name = own.isEmpty() ? "default" : own;
        site.export(name);
        site.define(kind, name).visibility(Visibility.PUBLIC).before(value.is("object") ? value : value.child("body"));
    }

    static void export(Site site) {
        SyntaxNode node = site.node();
        SyntaxNode clause = node.childOfKind("export_clause");
        if (clause.isPresent() && node.child("source").isAbsent()) {
            for (SyntaxNode specifier : clause.children()) {
                site.export(specifier.child("name").text());
            }
            return;
        }
        SyntaxNode value = node.child("value");
        if (value.isPresent()) {
            exportValue(site, value);
        } else if (node.child("declaration").isAbsent()) {
            site.export(node.childOfKind("identifier").text()); // export = name
        }
    }
}
