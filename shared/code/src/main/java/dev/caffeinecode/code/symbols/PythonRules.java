package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.treesitter.Grammar;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What defines a symbol in Python. */
final class PythonRules {
    private static final Pattern PROPERTY = Pattern.compile("@\\s*(?:\\w+\\.)*(?:cached_)?property\\b");
    private static final Pattern QUOTED = Pattern.compile("[\"'](?<name>\\w+)[\"']");

    private PythonRules() {}

    static RuleBook book() {
        return RuleBook.of(Grammar.PYTHON)
                .comments(CommentStyle.NONE, "comment")
                .attributes("decorator")
                .wrappers("decorated_definition")
                .boundaries("lambda")
                .opaque("argument_list string dictionary list tuple set")
                .beginning(PythonRules::module)
                .on("class_definition", PythonRules::type)
                .on("function_definition", PythonRules::function)
                .on("assignment", PythonRules::assignment)
                .on("type_alias_statement", PythonRules::alias)
                .on("if_statement", PythonRules::mainGuard)
                .build();
    }

    private static void module(Site site) {
        String name = ModulePaths.python(site.path());
        docstring(site.node())
                .ifPresent(text ->
                        site.define(SymbolKind.MODULE, name).docstring(text).signature("module " + name));
        site.namespace(name);
    }

    private static void type(Site site) {
        String name = site.node().child("name").text();
        Draft draft = site.define(SymbolKind.CLASS, name).visibility(visibility(name));
        docstring(site.node().child("body")).ifPresent(draft::docstring);
    }

    private static void function(Site site) {
        String name = site.node().child("name").text();
        SymbolKind kind = SymbolKind.FUNCTION;
        if (site.inType()) {
            boolean property = PROPERTY.matcher(site.prefix()).find();
            kind = name.equals("__init__")
                    ? SymbolKind.CONSTRUCTOR
                    : property ? SymbolKind.PROPERTY : SymbolKind.METHOD;
        }
        Draft draft = site.define(kind, name).visibility(visibility(name));
        docstring(site.node().child("body")).ifPresent(draft::docstring);
    }

    private static void assignment(Site site) {
        if (site.inFunction() || !site.ancestor(1).equals("expression_statement")) {
            return;
        }
        SyntaxNode left = site.node().child("left");
        if (left.is("pattern_list", "tuple_pattern")) {
            for (SyntaxNode each : left.children()) {
                variable(site, each);
            }
        } else {
            variable(site, left);
        }
    }

    private static void variable(Site site, SyntaxNode left) {
        if (!left.is("identifier")) {
            return;
        }
        String name = left.text();
        if (name.equals("__all__")) {
            Matcher exported = QUOTED.matcher(site.node().text());
            while (exported.find()) {
                site.export(Words.found(exported, "name"));
            }
            return;
        }
        SymbolKind kind = site.inType() ? SymbolKind.FIELD : SymbolKind.VARIABLE;
        site.define(Words.isUpperCase(name) ? SymbolKind.CONSTANT : kind, name).visibility(visibility(name));
    }

    private static void alias(Site site) {
        String name = site.node().child("left").text().replaceFirst("\\[.*", "");
        site.define(SymbolKind.TYPE_ALIAS, name).visibility(visibility(name));
    }

    private static void mainGuard(Site site) {
        String condition = site.node().child("condition").text();
        if (!site.inFunction() && condition.contains("__name__") && condition.contains("__main__")) {
            site.entryPoint(EntryPointKind.SCRIPT, ModulePaths.python(site.path()));
        }
    }

    /** The first statement of a module, class or function documents it if it is a string (PEP 257). */
    private static Optional<Docstring> docstring(SyntaxNode block) {
        SyntaxNode string = first(first(block));
        if (!string.is("string")) {
            return Optional.empty();
        }
        String text = DocText.ofString(string.text());
        int first = string.startRow() + 1;
        int last = first + (int) string.text().chars().filter(c -> c == '\n').count();
        return text.isBlank() ? Optional.empty() : Optional.of(new Docstring(text, new LineRange(first, last)));
    }

    private static SyntaxNode first(SyntaxNode node) {
        return node.children().stream()
                .filter(child -> !child.is("comment"))
                .findFirst()
                .orElse(node.child("no statement"));
    }

    private static Visibility visibility(String name) {
        boolean special = name.startsWith("__") && name.endsWith("__");
        return name.startsWith("_") && !special ? Visibility.PRIVATE : Visibility.PUBLIC;
    }
}
