package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.mentions.MentionBook.Trait;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;
import java.util.Set;

/** How JavaScript and TypeScript refer to things, JSX included. */
final class ScriptMentions {
    private static final Set<String> EXPORTS = Set.of("module", "exports");

    private ScriptMentions() {}

    static MentionBook book() {
        MentionBook.Builder book = MentionBook.separatedBy("\\??\\.")
                .are(Trait.SKIPPED, "comment string regex string_fragment jsx_text jsx_closing_element predefined_type")
                .are(
                        Trait.BLOCK,
                        "program function_declaration generator_function_declaration function_expression arrow_function",
                        "generator_function method_definition class_static_block function_signature function_type",
                        "method_signature abstract_method_signature construct_signature call_signature catch_clause",
                        "constructor_type type_alias_declaration interface_declaration")
                .are(Trait.TYPE, "class_declaration abstract_class_declaration class")
                .are(Trait.TYPE_ARGUMENTS, "type_arguments")
                .are(Trait.TYPE_NAME, "type_identifier nested_type_identifier identifier member_expression")
                .are(
                        Trait.OPAQUE,
                        "function_type constructor_type object_type type_query type_predicate conditional_type",
                        "parenthesized_expression call_expression literal_type template_literal_type")
                .are(
                        Trait.WRAPPER,
                        "Promise PromiseLike Awaited Partial Required Readonly NonNullable Array ReadonlyArray",
                        "Iterable Iterator AsyncIterable AsyncIterator Generator AsyncGenerator")
                .chain("identifier", new Link.Name())
                .chain("this", new Link.Fixed(Receivers.SELF))
                .chain("super", new Link.Fixed(Receivers.SUPER))
                .chain("member_expression", new Link.Member("object", "property"))
                .chain("call_expression", new Link.Call("function"))
                .chain("new_expression", new Link.Typed("constructor"))
                .chain("as_expression", new Link.Typed(""))
                .chain("parenthesized_expression await_expression non_null_expression", new Link.Inner(""))
                .chain("satisfies_expression", new Link.Inner(""))
                .chain("assignment_expression", new Link.Inner("right"))
                .on("call_expression", ScriptMentions::call)
                .on("new_expression", ScriptMentions::creation)
                .on("member_expression", ScriptMentions::member)
                .on("identifier shorthand_property_identifier", ScriptMentions::value)
                .on("type_identifier nested_type_identifier", ScriptMentions::type)
                .on("class_heritage extends_clause", ScriptMentions::superclass)
                .on("implements_clause", site -> bases(site, ReferenceKind.IMPLEMENTS))
                .on("extends_type_clause", site -> bases(site, ReferenceKind.EXTENDS))
                .on("jsx_opening_element jsx_self_closing_element", ScriptMentions::element)
                .on("export_clause", MentionSite::skip);
        return ScriptBindings.rules(builtins(book)).build();
    }

    private static MentionBook.Builder builtins(MentionBook.Builder book) {
        return book.are(
                Trait.BUILTIN,
                "undefined NaN Infinity globalThis window document console process global require module",
                "exports arguments __dirname __filename navigator location history Object Function Array",
                "Number Boolean String Symbol BigInt Date RegExp Promise Proxy Reflect JSON Math Intl Map Set",
                "WeakMap WeakSet WeakRef Error TypeError RangeError SyntaxError ReferenceError EvalError",
                "URIError AggregateError ArrayBuffer DataView Uint8Array Uint16Array Uint32Array Int8Array",
                "Int16Array Int32Array Float32Array Float64Array parseInt parseFloat isNaN isFinite",
                "encodeURIComponent decodeURIComponent encodeURI decodeURI setTimeout setInterval clearTimeout",
                "clearInterval setImmediate queueMicrotask requestAnimationFrame structuredClone fetch alert",
                "Record Partial Required Readonly Pick Omit Exclude Extract NonNullable ReturnType Parameters",
                "InstanceType ConstructorParameters Awaited ThisType ReadonlyArray ReadonlyMap ReadonlySet",
                "PromiseLike Iterable Iterator AsyncIterable AsyncIterator Generator AsyncGenerator",
                "IterableIterator Uppercase Lowercase Capitalize Uncapitalize const import super this");
    }

    private static void call(MentionSite site) {
        SyntaxNode function = site.node().child("function");
        int arguments = count(site.node().child("arguments"));
        switch (function.kind()) {
            case "member_expression" -> site.expression(ReferenceKind.CALL, function, arguments);
            case "import" -> ScriptBindings.importCall(site);
            case "identifier" -> {
                if (function.text().equals("require")) {
                    ScriptBindings.importCall(site);
                }
                site.expression(ReferenceKind.CALL, function, arguments);
            }
            default -> {}
        }
    }

    private static int count(SyntaxNode arguments) {
        int count = 0;
        for (SyntaxNode argument : arguments.children()) {
            if (argument.is("spread_element", "template_substitution")) {
                return Mention.UNCOUNTED;
            }
            count += argument.is("comment") ? 0 : 1;
        }
        return arguments.is("arguments") ? count : Mention.UNCOUNTED;
    }

    private static void creation(MentionSite site) {
        SyntaxNode type = site.node().child("constructor");
        if (type.is("identifier", "member_expression")) {
            SyntaxNode arguments = site.node().child("arguments");
            site.expression(ReferenceKind.CALL, type, arguments.isAbsent() ? 0 : count(arguments));
        }
    }

    private static void member(MentionSite site) {
        switch (site.parent()) {
            case "decorator" -> site.expression(ReferenceKind.CALL, site.node(), Mention.UNCOUNTED);
            case "extends_clause", "class_heritage", "jsx_opening_element", "jsx_self_closing_element" -> {}
            case "call_expression" -> memberUnless(site, "function");
            case "new_expression" -> memberUnless(site, "constructor");
            case "assignment_expression", "member_expression" -> {
                SyntaxNode object = site.node().child("object");
                boolean exports = object.is("identifier") && EXPORTS.contains(object.text());
                if (!exports && !isPrototype(object) && !isPrototype(site.node())) {
                    memberUnless(site, "no field");
                }
            }
            case "variable_declarator" -> {
                if (!ScriptBindings.isImport(site.node().child("object"))) {
                    memberUnless(site, "no field");
                }
            }
            default -> memberUnless(site, "no field");
        }
    }

    private static boolean isPrototype(SyntaxNode member) {
        return member.is("member_expression") && member.child("property").text().equals("prototype");
    }

    private static void memberUnless(MentionSite site, String field) {
        if (!site.field().equals(field)) {
            site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        }
    }

    /** A name that no other rule handles as that of a declaration, a member or a call. */
    private static void value(MentionSite site) {
        switch (site.parent()) {
            case "decorator" -> site.expression(ReferenceKind.CALL, site.node(), Mention.UNCOUNTED);
            case "call_expression" -> valueUnless(site, "function");
            case "new_expression" -> valueUnless(site, "constructor");
            case "variable_declarator",
                    "function_declaration",
                    "function_expression",
                    "generator_function_declaration",
                    "generator_function",
                    "function_signature",
                    "class_declaration",
                    "class",
                    "enum_declaration",
                    "internal_module",
                    "index_signature",
                    "type_predicate" -> valueUnless(site, "name");
            case "required_parameter", "optional_parameter" -> valueUnless(site, "pattern");
            case "assignment_pattern", "object_assignment_pattern", "for_in_statement" -> valueUnless(site, "left");
            case "arrow_function", "catch_clause" -> valueUnless(site, "parameter");
            case "formal_parameters",
                    "rest_pattern",
                    "array_pattern",
                    "pair_pattern",
                    "extends_clause",
                    "class_heritage",
                    "jsx_opening_element",
                    "jsx_self_closing_element",
                    "nested_type_identifier",
                    "nested_identifier",
                    "import_alias",
                    "export_statement",
                    "ERROR" -> {}
            default -> site.value(site.node());
        }
    }

    private static void valueUnless(MentionSite site, String field) {
        if (!site.field().equals(field)) {
            site.value(site.node());
        }
    }

    private static void type(MentionSite site) {
        switch (site.parent()) {
            case "nested_type_identifier" -> {}
            case "class_declaration",
                    "abstract_class_declaration",
                    "class",
                    "interface_declaration",
                    "type_alias_declaration",
                    "type_parameter" -> {
                if (!site.field().equals("name")) {
                    site.mention(ReferenceKind.TYPE, site.node().text());
                }
            }
            default -> site.mention(ReferenceKind.TYPE, site.node().text());
        }
    }

    private static void superclass(MentionSite site) {
        SyntaxNode first = site.node().children().isEmpty()
                ? site.node()
                : site.node().children().getFirst();
        if (first.is("identifier", "member_expression")) {
            site.mention(ReferenceKind.EXTENDS, first.text());
        }
    }

    private static void bases(MentionSite site, ReferenceKind kind) {
        site.type(kind, site.node());
        site.skip();
    }

    /** A component; the elements of HTML are written in lower case. */
    private static void element(MentionSite site) {
        SyntaxNode name = site.node().child("name");
        boolean component = name.is("member_expression", "nested_identifier")
                || (name.is("identifier") && name.text().codePoints().limit(1).noneMatch(Character::isLowerCase));
        if (component) {
            site.mention(ReferenceKind.CALL, name.text());
        }
    }

    static SyntaxNode firstString(SyntaxNode arguments) {
        List<SyntaxNode> each = arguments.children();
        boolean string = !each.isEmpty() && each.getFirst().is("string");
        return string ? each.getFirst() : arguments.child("no string");
    }
}
