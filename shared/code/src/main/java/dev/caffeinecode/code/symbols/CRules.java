package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.treesitter.Grammar;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;
import java.util.regex.Pattern;

/** What defines a symbol in C: {@code static} hides it in its file, prototypes count in headers only. */
final class CRules {
    private static final int MAX_MACRO_CHARACTERS = 120;

    /** Comments and the ends of lines that go on. */
    private static final Pattern MACRO_NOISE = Pattern.compile("/\\*[^*]*\\*/|\\\\\\R");

    private CRules() {}

    static RuleBook book() {
        return common(RuleBook.of(Grammar.C).comments(CommentStyle.ANY, "comment"))
                .on("function_definition", CRules::function)
                .on("declaration", CRules::declaration)
                .on("field_declaration", CRules::field)
                .build();
    }

    /** What C and C++ have in common. */
    static RuleBook.Builder common(RuleBook.Builder book) {
        return book.wrappers("type_definition")
                .boundaries("compound_statement")
                .opaque("initializer_list preproc_arg string_literal argument_list parameter_list")
                .on("struct_specifier", site -> tagged(site, SymbolKind.STRUCT))
                .on("union_specifier", site -> tagged(site, SymbolKind.UNION))
                .on("enum_specifier", site -> tagged(site, SymbolKind.ENUM))
                .on("enumerator", CRules::enumerator)
                .on("type_definition", CRules::typedef)
                .on("preproc_def preproc_function_def", CRules::macro);
    }

    static void function(Site site) {
        SyntaxNode node = site.node();
        String name = Declarators.name(node.child("declarator"));
        Draft draft = site.define(SymbolKind.FUNCTION, name).visibility(visibility(node));
        if (name.equals("main")
                && draft.visibility() == Visibility.PUBLIC
                && !draft.place().local()) {
            site.entryPoint(EntryPointKind.MAIN, site.path());
        }
    }

    private static void declaration(Site site) {
        if (site.inFunction()) {
            return;
        }
        for (SyntaxNode declarator : site.node().children("declarator")) {
            variable(site, declarator);
        }
    }

    /** Defines a variable or, in a header, a function that is written elsewhere. */
    static void variable(Site site, SyntaxNode declarator) {
        String name = Declarators.name(declarator);
        boolean header = isHeader(site.path());
        boolean prototype = Declarators.isFunction(declarator);
        boolean elsewhere =
                site.node().children().stream().anyMatch(child -> child.text().equals("extern"));
        if ((prototype || elsewhere) && !header) {
            return;
        }
        boolean constant = site.node().children().stream()
                .anyMatch(child -> child.is("type_qualifier") && child.text().startsWith("const"));
        SymbolKind data = constant ? SymbolKind.CONSTANT : SymbolKind.VARIABLE;
        site.define(prototype ? SymbolKind.FUNCTION : data, name).leaf().visibility(visibility(site.node()));
    }

    private static void field(Site site) {
        if (site.inFunction() || site.enclosing().isEmpty()) {
            return;
        }
        for (SyntaxNode declarator : site.node().children("declarator")) {
            site.define(SymbolKind.FIELD, Declarators.name(declarator));
        }
    }

    private static void tagged(Site site, SymbolKind kind) {
        if (site.node().child("body").isPresent() && !site.inFunction()) {
            site.define(kind, site.node().child("name").text());
        }
    }

    private static void enumerator(Site site) {
        if (!site.inFunction()) {
            site.define(SymbolKind.ENUM_MEMBER, site.node().child("name").text());
        }
    }

    /** A struct without a name of its own is known by that of its {@code typedef}. */
    private static void typedef(Site site) {
        if (site.inFunction()) {
            return;
        }
        SyntaxNode type = site.node().child("type");
        List<SyntaxNode> names = site.node().children("declarator");
        boolean unnamed = !names.isEmpty()
                && type.is("struct_specifier", "union_specifier", "enum_specifier")
                && type.child("name").isAbsent()
                && type.child("body").isPresent();
        SyntaxNode body = type.child("body");
        for (SyntaxNode declarator : unnamed ? names.subList(1, names.size()) : names) {
            String name = Declarators.name(declarator);
            site.define(SymbolKind.TYPE_ALIAS, name).leaf().signature(signature(site.node(), body, name));
        }
        if (unnamed) {
            String name = Declarators.name(names.getFirst());
            site.define(kind(type), name).signature(signature(site.node(), body, name));
        }
    }

    private static String signature(SyntaxNode node, SyntaxNode body, String name) {
        String text = body.isAbsent() ? node.text() : node.textBefore(body) + " " + name;
        return Signatures.tidy(text, false);
    }

    private static SymbolKind kind(SyntaxNode specifier) {
        return switch (specifier.kind()) {
            case "union_specifier" -> SymbolKind.UNION;
            case "enum_specifier" -> SymbolKind.ENUM;
            default -> SymbolKind.STRUCT;
        };
    }

    /** A macro without a value only says that something is there, as every header's guard does. */
    private static void macro(Site site) {
        SyntaxNode node = site.node();
        if (node.child("value").isPresent() || node.is("preproc_function_def")) {
            SyntaxNode value = node.child("value");
            String text = Signatures.tidy(MACRO_NOISE.matcher(node.text()).replaceAll(" "), false);
            boolean tooLong = value.isPresent() && text.length() > MAX_MACRO_CHARACTERS;
            site.define(SymbolKind.MACRO, node.child("name").text())
                    .signature(tooLong ? Signatures.tidy(node.textBefore(value), false) + " …" : text);
        }
    }

    static boolean isHeader(String path) {
        return path.matches(".*\\.(?:h|hh|hpp|hxx|h\\+\\+|ipp|inl|tpp|cuh)");
    }

    static Visibility visibility(SyntaxNode node) {
        boolean hidden = node.children().stream()
                .anyMatch(child ->
                        child.is("storage_class_specifier") && child.text().equals("static"));
        return hidden ? Visibility.PRIVATE : Visibility.PUBLIC;
    }
}
