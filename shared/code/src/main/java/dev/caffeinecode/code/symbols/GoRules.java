package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.treesitter.Grammar;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What defines a symbol in Go. */
final class GoRules {
    private static final Pattern RECEIVER = Pattern.compile("(?<type>\\w+)\\s*(?:\\[[^\\]]*\\])?\\s*,?\\s*\\)$");

    private GoRules() {}

    static RuleBook book() {
        return RuleBook.of(Grammar.GO)
                .comments(CommentStyle.ANY, "comment")
                .groups("const_declaration var_declaration type_declaration")
                .opaque("function_declaration method_declaration import_declaration block literal_value parameter_list")
                .on("package_clause", GoRules::packageClause)
                .on("function_declaration", GoRules::function)
                .on("method_declaration", GoRules::method)
                .on("method_elem method_spec", GoRules::interfaceMethod)
                .on("type_spec type_alias", GoRules::type)
                .on("const_spec", site -> names(site, SymbolKind.CONSTANT, "const "))
                .on("var_spec", site -> names(site, SymbolKind.VARIABLE, "var "))
                .on("field_declaration", site -> names(site, SymbolKind.FIELD, ""))
                .build();
    }

    private static void packageClause(Site site) {
        String name = site.node().childOfKind("package_identifier").text();
        if (site.documentation().isPresent()) {
            site.define(SymbolKind.MODULE, name);
        }
        site.namespace(name);
    }

    private static void function(Site site) {
        String name = site.node().child("name").text();
        Draft draft = site.define(SymbolKind.FUNCTION, name).visibility(visibility(name));
        if (name.equals("main") && draft.qualifier().equals("main")) {
            int end = site.path().lastIndexOf('/');
            String directory = site.path().substring(0, Math.max(0, end));
            site.entryPoint(EntryPointKind.MAIN, directory.substring(directory.lastIndexOf('/') + 1));
        }
    }

    private static void method(Site site) {
        String name = site.node().child("name").text();
        Draft draft = site.define(SymbolKind.METHOD, name).visibility(visibility(name));
        Matcher receiver = RECEIVER.matcher(site.node().child("receiver").text());
        if (receiver.find()) {
            draft.owner(Words.found(receiver, "type"), ".");
        }
    }

    private static void interfaceMethod(Site site) {
        String name = site.node().child("name").text();
        site.define(SymbolKind.METHOD, name).visibility(visibility(name));
    }

    private static void type(Site site) {
        SyntaxNode type = site.node().child("type");
        if (type.isAbsent()) {
            return;
        }
        String name = site.node().child("name").text();
        SymbolKind kind = switch (type.kind()) {
            case "struct_type" -> SymbolKind.STRUCT;
            case "interface_type" -> SymbolKind.INTERFACE;
            default -> SymbolKind.TYPE_ALIAS;
        };
        Draft draft = site.define(kind, name).visibility(visibility(name));
        String head = site.node().textBefore(type);
        String tail = kind == SymbolKind.STRUCT ? "struct" : kind == SymbolKind.INTERFACE ? "interface" : type.text();
        draft.signature(Signatures.tidy("type " + head + tail, false));
    }

    private static void names(Site site, SymbolKind kind, String keyword) {
        String text = site.node().text();
        String signature = Signatures.withoutLongValue(Signatures.tidy(keyword + text, false));
        for (SyntaxNode name : site.node().children("name")) {
            if (name.isNamed() && !name.text().equals("_")) {
                site.define(kind, name.text())
                        .visibility(visibility(name.text()))
                        .signature(signature);
            }
        }
    }

    private static Visibility visibility(String name) {
        return Words.beginsUpperCase(name) ? Visibility.PUBLIC : Visibility.PACKAGE;
    }
}
