package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.mentions.MentionBook.Trait;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;

/** How C# refers to things. */
final class CSharpMentions {
    private CSharpMentions() {}

    static MentionBook book() {
        MentionBook.Builder book = MentionBook.separatedBy("\\.|::")
                .typesApart()
                .are(
                        Trait.SKIPPED,
                        "comment string_literal verbatim_string_literal raw_string_literal character_literal",
                        "labeled_statement_label goto_statement file_scoped_namespace_declaration")
                .are(
                        Trait.BLOCK,
                        "class_declaration struct_declaration record_declaration interface_declaration",
                        "method_declaration constructor_declaration operator_declaration delegate_declaration",
                        "conversion_operator_declaration indexer_declaration property_declaration event_declaration",
                        "accessor_declaration local_function_statement lambda_expression anonymous_method_expression",
                        "block for_statement foreach_statement using_statement catch_clause switch_section",
                        "switch_expression_arm query_expression")
                .are(Trait.TYPE_NAME, "identifier qualified_name generic_name alias_qualified_name")
                .are(Trait.TYPE_ARGUMENTS, "type_argument_list")
                .are(Trait.WRAPPER, "Task ValueTask")
                .are(Trait.BUILTIN, "nameof var dynamic String Object Int32 Int64 Boolean notnull unmanaged _")
                .chain("identifier", new Link.Name())
                .chain("this", new Link.Fixed(Receivers.SELF))
                .chain("base", new Link.Fixed(Receivers.SUPER))
                .chain(
                        "member_access_expression",
                        new Link.Member(Link.Part.field("expression"), CSharpMentions::memberName))
                .chain("conditional_access_expression", new Link.Choice(CSharpMentions::conditional))
                .chain("invocation_expression", new Link.Call("function"))
                .chain("object_creation_expression cast_expression", new Link.Typed("type"))
                .chain("as_expression", new Link.Typed("right"))
                .chain("element_access_expression", new Link.Inner("expression"))
                .chain("binary_expression", new Link.Inner("right"))
                .chain("parenthesized_expression generic_name await_expression", new Link.Inner(""))
                .chain("postfix_unary_expression with_expression", new Link.Inner(""))
                .chain("alias_qualified_name", new Link.Inner("name"))
                .on("using_directive", CSharpMentions::imports)
                .on("base_list", CSharpMentions::bases)
                .on(
                        "attribute",
                        site -> site.mention(
                                ReferenceKind.TYPE, site.node().child("name").text()))
                .on("type_parameter", CSharpMentions::typeParameter)
                .on("identifier", CSharpMentions::name)
                .on("generic_name qualified_name alias_qualified_name", CSharpMentions::qualified)
                .on("invocation_expression", CSharpMentions::call)
                .on("object_creation_expression", CSharpMentions::creation)
                .on("member_access_expression conditional_access_expression", CSharpMentions::member);
        return bindings(book).build();
    }

    /** What gives names to values. */
    private static MentionBook.Builder bindings(MentionBook.Builder book) {
        return book.on("method_declaration", CSharpMentions::method)
                .on("delegate_declaration operator_declaration", site -> site.defines(value(site, "type")))
                .on("conversion_operator_declaration indexer_declaration", site -> site.defines(value(site, "type")))
                .on("property_declaration event_declaration", CSharpMentions::property)
                .on("field_declaration event_field_declaration", CSharpMentions::field)
                .on("variable_declaration", CSharpMentions::variables)
                .on("parameter catch_declaration declaration_pattern recursive_pattern", CSharpMentions::named)
                .on("declaration_expression var_pattern from_clause let_clause join_clause", CSharpMentions::named)
                .on("parameter_list", CSharpMentions::rest)
                .on("implicit_parameter", site -> site.declare(site.node().text(), Receivers.UNKNOWN))
                .on("tuple_pattern parenthesized_variable_designation", CSharpMentions::tuple)
                .on("foreach_statement", CSharpMentions::loop)
                .on("with_initializer", CSharpMentions::replaced);
    }

    private static SyntaxNode memberName(SyntaxNode access) {
        SyntaxNode name = access.child("name");
        return name.is("generic_name") ? Link.Part.first().in(name) : name;
    }

    /** {@code cart?.Total}; of {@code cart?.Total.Cents} only that there is something. */
    private static Link conditional(SyntaxNode access) {
        return new Link.Member(
                Link.Part.field("condition"), node -> memberName(node.childOfKind("member_binding_expression")));
    }

    private static void imports(MentionSite site) {
        SyntaxNode node = site.node();
        SyntaxNode alias = node.child("name");
        String module = Chains.withoutArguments(node.children().getLast().text());
        String words = node.textBefore(node.children().getFirst());
        if (alias.isPresent()) {
            int dot = module.lastIndexOf('.');
            site.imports(module.substring(0, Math.max(dot, 0)), module.substring(dot + 1), alias.text());
        } else if (words.startsWith("global")) {
            site.reexports(module, Import.ALL, "");
        } else {
            site.imports(module, Import.ALL, "");
        }
    }

    /** A class is derived from the first, unless that is named as interfaces are; interfaces are from all. */
    private static void bases(MentionSite site) {
        boolean first = true;
        boolean all = site.parent().equals("interface_declaration");
        for (SyntaxNode base : site.node().children()) {
            if (base.is("argument_list")) {
                continue;
            }
            SyntaxNode type = base.is("primary_constructor_base_type") ? base.child("type") : base;
            boolean derived = all || (first && !isInterface(type.text()));
            site.type(derived ? ReferenceKind.EXTENDS : ReferenceKind.IMPLEMENTS, type);
            site.type(ReferenceKind.TYPE, type);
            if (base.is("primary_constructor_base_type")) {
                site.type(ReferenceKind.CALL, type);
            }
            first = false;
        }
    }

    private static boolean isInterface(String type) {
        String name = type.substring(type.lastIndexOf('.', Math.max(type.indexOf('<'), 0)) + 1);
        return name.length() > 1 && name.charAt(0) == 'I' && Character.isUpperCase(name.charAt(1));
    }

    private static void typeParameter(MentionSite site) {
        site.declareType(site.node().child("name").text());
    }

    private static void method(MentionSite site) {
        for (SyntaxNode parameter : site.node().child("type_parameters").children()) {
            site.declareType(parameter.child("name").text());
        }
        site.defines(value(site, "returns"));
    }

    /** An identifier: a type, a value that stands alone, the first part of a chain, or a name that is declared. */
    private static void name(MentionSite site) {
        if (isType(site)) {
            site.type(ReferenceKind.TYPE, site.node());
            return;
        }
        switch (site.parent()) {
            case "using_directive",
                    "preproc_if",
                    "preproc_elif",
                    "base_list",
                    "attribute",
                    "qualified_name",
                    "generic_name",
                    "alias_qualified_name",
                    "type_parameter",
                    "type_parameter_constraints_clause",
                    "labeled_statement",
                    "implicit_parameter",
                    "subpattern",
                    "tuple_pattern",
                    "anonymous_object_creation_expression",
                    "with_initializer",
                    "foreach_statement" -> loopValue(site);
            case "member_access_expression", "conditional_access_expression" -> root(site);
            case "assignment_expression" -> value(site, !isNamed(site));
            case "invocation_expression" -> value(site, !site.isIn("function"));
            default -> value(site, !site.isIn("name"));
        }
    }

    private static void loopValue(MentionSite site) {
        value(site, site.isIn("right") && site.parent().equals("foreach_statement"));
    }

    /** {@code Name = ...} in an object's initializer or an attribute. */
    private static boolean isNamed(MentionSite site) {
        String around = site.ancestor(2);
        return site.isIn("left") && (around.equals("initializer_expression") || around.equals("attribute_argument"));
    }

    private static void value(MentionSite site, boolean used) {
        if (used) {
            site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        }
    }

    /** A type whose static member is used, as names of types begin; also those of properties do. */
    private static void root(MentionSite site) {
        boolean first = site.isIn("expression") || site.isIn("condition");
        if (first && Chains.beginsUpperCase(site.node().text())) {
            site.expression(ReferenceKind.TYPE, site.node(), Mention.UNCOUNTED);
        }
    }

    private static boolean isType(MentionSite site) {
        String parent = site.parent();
        return site.isIn("type")
                || site.isIn("returns")
                || parent.equals("type_argument_list")
                || (site.isIn("right") && (parent.equals("as_expression") || parent.equals("is_expression")));
    }

    private static void qualified(MentionSite site) {
        if (isType(site)) {
            site.type(ReferenceKind.TYPE, site.node());
        }
    }

    private static void call(MentionSite site) {
        int arguments = site.node().child("arguments").children().size();
        site.expression(ReferenceKind.CALL, site.node(), arguments);
    }

    private static void creation(MentionSite site) {
        if (!site.node().child("type").is("array_type")) {
            site.expression(ReferenceKind.CALL, site.node(), Mention.UNCOUNTED);
        }
    }

    private static void member(MentionSite site) {
        if (!site.isIn("function")) {
            site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        }
    }

    private static String value(MentionSite site, String field) {
        return valueOf(site, site.node().child(field));
    }

    private static String valueOf(MentionSite site, SyntaxNode type) {
        return type.is("tuple_type", "function_pointer_type") ? Receivers.UNKNOWN : site.valueOf(type);
    }

    private static void property(MentionSite site) {
        String value = value(site, "type");
        site.defines(value);
        site.declare("value", value);
        if (site.node().child("value").is("implicit_object_creation_expression")) {
            site.type(ReferenceKind.CALL, site.node().child("type"));
        }
    }

    private static void field(MentionSite site) {
        SyntaxNode type = site.node().childOfKind("variable_declaration").child("type");
        site.defines(valueOf(site, type));
    }

    private static void variables(MentionSite site) {
        SyntaxNode type = site.node().child("type");
        boolean local = !site.parent().endsWith("field_declaration");
        for (SyntaxNode declarator : site.node().children()) {
            if (declarator.is("variable_declarator")) {
                List<SyntaxNode> parts = declarator.children();
                SyntaxNode initial = parts.getLast();
                boolean initialized = parts.size() > 1;
                boolean inferred = type.is("implicit_type") && initialized;
                if (local) {
                    site.declare(
                            declarator.child("name").text(), inferred ? site.receiver(initial) : valueOf(site, type));
                }
                if (initialized && initial.is("implicit_object_creation_expression")) {
                    site.type(ReferenceKind.CALL, type);
                }
            }
        }
    }

    /** Whatever has the name and, perhaps, the type of something new in fields. */
    private static void named(MentionSite site) {
        site.declare(site.node().child("name").text(), value(site, "type"));
    }

    /** The grammar puts {@code params Line[] rest} into the list itself. */
    private static void rest(MentionSite site) {
        site.declare(site.node().child("name").text(), value(site, "type"));
    }

    private static void tuple(MentionSite site) {
        site.node().children().forEach(each -> site.declare(each.text(), Receivers.UNKNOWN));
    }

    private static void loop(MentionSite site) {
        SyntaxNode left = site.node().child("left");
        if (left.is("identifier")) {
            site.declare(left.text(), value(site, "type"));
        }
    }

    private static void replaced(MentionSite site) {
        SyntaxNode value = site.node().children().getLast();
        if (value.is("identifier")) {
            site.expression(ReferenceKind.VALUE, value, Mention.UNCOUNTED);
        }
    }
}
