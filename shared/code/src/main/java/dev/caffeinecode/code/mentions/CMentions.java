package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.mentions.MentionBook.Trait;
import dev.caffeinecode.code.symbols.Declarators;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How C refers to things, and what C++ has in common with it. */
final class CMentions {
    /** A word of a macro's text, what makes it a member, and what makes it a call. */
    private static final Pattern MACRO_WORD =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'|//.*|/\\*[\\s\\S]*?\\*/"
                    + "|(?<member>(?:\\.|->)\\s*)?\\b(?<word>[A-Za-z_]\\w*)(?<call>\\s*\\()?");

    private static final Set<String> KEYWORDS = Set.of(
            ("auto break case char const continue default defined do double else enum extern float for goto if inline int"
                            + " long register restrict return short signed sizeof static struct switch typedef typeof"
                            + " union unsigned void volatile while bool true false NULL nullptr size_t ssize_t "
                            + " class namespace new delete template typename using this throw try catch operator public"
                            + " private protected virtual constexpr decltype noexcept asm __asm__ __attribute__ u8 L")
                    .split(" "));

    private CMentions() {}

    static MentionBook c() {
        return common(MentionBook.separatedBy("\\.").typesApart()).build();
    }

    /** What C and C++ have in common. */
    static MentionBook.Builder common(MentionBook.Builder book) {
        return book.are(
                        Trait.SKIPPED,
                        "comment string_literal char_literal raw_string_literal system_lib_string",
                        "attribute_specifier attribute_declaration ms_declspec_modifier")
                .are(Trait.BLOCK, "function_definition compound_statement for_statement")
                .are(Trait.TYPE_NAME, "type_identifier")
                .are(
                        Trait.BUILTIN,
                        "__func__ __FUNCTION__ __PRETTY_FUNCTION__ __FILE__ __LINE__ __VA_ARGS__ __cplusplus",
                        "__attribute__ __typeof__ typeof")
                .chain("identifier", new Link.Name())
                .chain("field_expression", new Link.Member("argument", "field"))
                .chain("call_expression", new Link.Call("function"))
                .chain("subscript_expression pointer_expression", new Link.Inner("argument"))
                .chain("parenthesized_expression", new Link.Inner(""))
                .chain("cast_expression compound_literal_expression", new Link.Typed("type"))
                .on("preproc_include", CMentions::include)
                .on("preproc_def preproc_function_def", CMentions::macro)
                .on("preproc_ifdef", CMentions::condition)
                .on("struct_specifier union_specifier enum_specifier", CMentions::tagged)
                .on("type_identifier", CMentions::type)
                .on("type_definition field_declaration", CMentions::typed)
                .on("function_definition", CMentions::function)
                .on("declaration", CMentions::declaration)
                .on("call_expression", CMentions::call)
                .on("compound_literal_expression", CMentions::literal)
                .on("field_expression", CMentions::member)
                .on("sizeof_expression", CMentions::size)
                .on("identifier", CMentions::value);
    }

    private static void include(MentionSite site) {
        SyntaxNode path = site.node().child("path");
        if (path.is("string_literal")) {
            site.imports(path.text().replace("\"", ""), Import.ALL, "");
        } else if (path.is("system_lib_string")) {
            site.imports(path.text(), Import.ALL, "");
        }
    }

    /** No grammar reads the text of a macro, which may be a part of anything. */
    private static void macro(MentionSite site) {
        SyntaxNode value = site.node().child("value");
        if (value.isAbsent()) {
            return;
        }
        Set<String> parameters = new HashSet<>();
        site.node().child("parameters").children().forEach(each -> parameters.add(each.text()));
        Matcher words = MACRO_WORD.matcher(value.text());
        while (words.find()) {
            String word = words.group("word");
            boolean member = words.group("member") != null;
            if (word != null && !member && !KEYWORDS.contains(word) && !parameters.contains(word)) {
                site.mention(words.group("call") == null ? ReferenceKind.VALUE : ReferenceKind.CALL, word);
            }
        }
    }

    /** Whether a macro is defined; one that is defined in there says that a header has been read. */
    private static void condition(MentionSite site) {
        String name = site.node().child("name").text();
        SyntaxNode inner = site.node().childOfKind("preproc_def");
        if (!inner.child("name").text().equals(name)) {
            site.mention(ReferenceKind.VALUE, name);
        }
    }

    /** {@code struct cart} where a type stands; a declaration ahead of a definition says nothing. */
    static void tagged(MentionSite site) {
        if (site.isIn("type") && site.node().child("body").isAbsent()) {
            site.type(ReferenceKind.TYPE, site.node().child("name"));
        }
    }

    private static void type(MentionSite site) {
        boolean declared = site.isIn("declarator");
        switch (site.parent()) {
            case "struct_specifier", "union_specifier", "enum_specifier" -> {}
            default -> {
                if (!declared) {
                    site.type(ReferenceKind.TYPE, site.node());
                }
            }
        }
    }

    /** Returns what names the type in a declaration. */
    static SyntaxNode type(SyntaxNode declaration) {
        SyntaxNode type = declaration.child("type");
        return type.is("struct_specifier", "union_specifier", "enum_specifier", "class_specifier")
                ? type.child("name")
                : type;
    }

    static void typed(MentionSite site) {
        site.defines(site.valueOf(type(site.node())));
    }

    static void function(MentionSite site) {
        site.defines(returned(site));
        SyntaxNode declarator = site.node().child("declarator");
        while (declarator.isPresent() && declarator.child("parameters").isAbsent()) {
            declarator = declarator.child("declarator").or(declarator.childOfKind("function_declarator"));
        }
        parameters(site, declarator.child("parameters"));
    }

    private static String returned(MentionSite site) {
        SyntaxNode type = type(site.node());
        SyntaxNode trailing = site.node().child("declarator").childOfKind("trailing_return_type");
        return site.valueOf(trailing.or(type));
    }

    static void parameters(MentionSite site, SyntaxNode parameters) {
        for (SyntaxNode parameter : parameters.children()) {
            SyntaxNode declarator = parameter.child("declarator");
            if (declarator.isPresent()) {
                site.declare(Declarators.name(declarator), site.valueOf(type(parameter)));
            }
        }
    }

    static void declaration(MentionSite site) {
        SyntaxNode node = site.node();
        SyntaxNode type = type(node);
        String value = site.valueOf(type);
        boolean inferred = type.is("placeholder_type_specifier");
        boolean elsewhere = node.childOfKind("storage_class_specifier").text().equals("extern");
        for (SyntaxNode declarator : node.children("declarator")) {
            SyntaxNode initial = declarator.child("value");
            String own = inferred ? site.receiver(initial) : value;
            if (!elsewhere) {
                declare(site, declarator, own);
            }
            site.defines(own);
            boolean pointer = declarator.child("declarator").is("pointer_declarator");
            if (!pointer && initial.is("initializer_list", "argument_list")) {
                site.type(ReferenceKind.CALL, type);
            }
        }
    }

    private static void declare(MentionSite site, SyntaxNode declarator, String value) {
        SyntaxNode bound = declarator.child("declarator");
        if (bound.is("structured_binding_declarator")) {
            bound.children().forEach(each -> site.declare(each.text(), Receivers.UNKNOWN));
        } else {
            site.declare(Declarators.name(declarator), value);
        }
    }

    static void call(MentionSite site) {
        int arguments = site.node().child("arguments").children().size();
        site.expression(ReferenceKind.CALL, site.node(), arguments);
    }

    private static void literal(MentionSite site) {
        site.type(ReferenceKind.CALL, type(site.node()));
    }

    private static void member(MentionSite site) {
        if (!site.isIn("function")) {
            site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        }
    }

    /** {@code sizeof(cart_t)}, which could as well be that of a variable, were that not local as a rule. */
    private static void size(MentionSite site) {
        SyntaxNode value = site.node().child("value");
        if (value.is("parenthesized_expression")) {
            List<SyntaxNode> inner = value.children();
            if (inner.size() == 1 && inner.getFirst().is("identifier")) {
                site.expression(ReferenceKind.TYPE, inner.getFirst(), Mention.UNCOUNTED);
            }
        }
    }

    /** A name that stands alone, unless it is declared there. */
    private static void value(MentionSite site) {
        switch (site.parent()) {
            case "preproc_def",
                    "preproc_function_def",
                    "preproc_params",
                    "preproc_ifdef",
                    "preproc_include",
                    "reference_declarator",
                    "parenthesized_declarator",
                    "attributed_declarator",
                    "variadic_declarator",
                    "structured_binding_declarator",
                    "qualified_identifier",
                    "template_function",
                    "using_declaration",
                    "destructor_name" -> {}
            case "lambda_capture_initializer" -> value(site, !site.isIn("left"));
            case "enumerator", "concept_definition" -> value(site, !site.isIn("name"));
            case "call_expression" -> value(site, !site.isIn("function"));
            case "parenthesized_expression" -> value(site, !site.ancestor(2).equals("sizeof_expression"));
            default -> value(site, !site.isIn("declarator"));
        }
    }

    private static void value(MentionSite site, boolean used) {
        if (used) {
            site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        }
    }
}
