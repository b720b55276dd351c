package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.mentions.MentionBook.Trait;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;

/** How Java refers to things. */
final class JavaMentions {
    private JavaMentions() {}

    static MentionBook book() {
        return MentionBook.separatedBy("\\.")
                .are(Trait.SKIPPED, "line_comment block_comment string_literal character_literal package_declaration")
                .are(
                        Trait.BLOCK,
                        "class_declaration interface_declaration enum_declaration record_declaration method_declaration",
                        "constructor_declaration compact_constructor_declaration block lambda_expression for_statement",
                        "enhanced_for_statement catch_clause try_with_resources_statement switch_block_statement_group",
                        "switch_rule static_initializer constructor_body")
                .are(Trait.TYPE_ARGUMENTS, "type_arguments")
                .are(Trait.TYPE_NAME, "type_identifier scoped_type_identifier")
                .typesApart()
                .are(
                        Trait.BUILTIN,
                        "var String Object Integer Long Double Float Boolean Character Byte Short Void Number",
                        "Override Deprecated SuppressWarnings FunctionalInterface SafeVarargs")
                .chain("identifier", new Link.Name())
                .chain("this", new Link.Fixed(Receivers.SELF))
                .chain("super", new Link.Fixed(Receivers.SUPER))
                .chain("field_access", new Link.Member("object", "field"))
                .chain("method_invocation", new Link.MemberCall("object", "name"))
                .chain("object_creation_expression cast_expression", new Link.Typed("type"))
                .chain("parenthesized_expression", new Link.Inner(""))
                .on("import_declaration", JavaMentions::imports)
                .on("superclass", site -> site.type(ReferenceKind.EXTENDS, site.node()))
                .on("super_interfaces", site -> site.type(ReferenceKind.IMPLEMENTS, site.node()))
                .on("extends_interfaces", site -> site.type(ReferenceKind.EXTENDS, site.node()))
                .on("type_parameter", JavaMentions::typeParameter)
                .on("method_invocation object_creation_expression", JavaMentions::call)
                .on("method_reference", JavaMentions::methodReference)
                .on("field_access", JavaMentions::member)
                .on("variable_declarator element_value_pair", JavaMentions::initialValue)
                .on("identifier", JavaMentions::value)
                .on("type_identifier", JavaMentions::type)
                .on("scoped_type_identifier", site -> site.type(ReferenceKind.TYPE, site.node()))
                .on("annotation marker_annotation", JavaMentions::annotation)
                .on("field_declaration constant_declaration", JavaMentions::typed)
                .on("method_declaration", JavaMentions::typed)
                .on("local_variable_declaration", JavaMentions::variable)
                .on("formal_parameter spread_parameter catch_formal_parameter resource", JavaMentions::parameter)
                .on("enhanced_for_statement instanceof_expression", JavaMentions::parameter)
                .on("type_pattern record_pattern_component", JavaMentions::pattern)
                .on("inferred_parameters", site -> site.node().children().forEach(each -> undefined(site, each)))
                .on("lambda_expression", site -> undefined(site, site.node().child("parameters")))
                .build();
    }

    private static void imports(MentionSite site) {
        boolean all = site.node().childOfKind("asterisk").isPresent();
        for (SyntaxNode child : site.node().children()) {
            if (child.is("scoped_identifier")) {
                String module = child.child("scope").text();
                String name = child.child("name").text();
                site.imports(all ? module + "." + name : module, all ? Import.ALL : name, all ? "" : name);
            } else if (child.is("identifier")) {
                site.imports(child.text(), all ? Import.ALL : "", "");
            }
        }
    }

    private static void typeParameter(MentionSite site) {
        site.declareType(site.node().childOfKind("type_identifier").text());
    }

    private static void call(MentionSite site) {
        int arguments = site.node().child("arguments").children().size();
        site.expression(ReferenceKind.CALL, site.node(), arguments);
        root(site);
    }

    private static void methodReference(MentionSite site) {
        List<SyntaxNode> parts = site.node().children();
        if (parts.size() == 2 && parts.getLast().is("identifier")) {
            site.member(ReferenceKind.VALUE, parts.getFirst(), parts.getLast());
        }
    }

    /** A name that stands alone where a value is wanted; names in declarations and members are handled with these. */
    private static void value(MentionSite site) {
        switch (site.parent()) {
            case "argument_list",
                    "binary_expression",
                    "unary_expression",
                    "return_statement",
                    "ternary_expression",
                    "array_access",
                    "parenthesized_expression",
                    "assignment_expression",
                    "switch_label",
                    "array_initializer",
                    "annotation_argument_list" -> site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
            default -> {}
        }
    }

    private static void initialValue(MentionSite site) {
        SyntaxNode value = site.node().child("value");
        if (value.is("identifier")) {
            site.expression(ReferenceKind.VALUE, value, Mention.UNCOUNTED);
        }
    }

    private static void member(MentionSite site) {
        site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        root(site);
    }

    /** The first part of a chain: a type whose static member is used, as names of types begin. */
    private static void root(MentionSite site) {
        SyntaxNode object = site.node().child("object");
        if (object.is("identifier") && Chains.beginsUpperCase(object.text())) {
            site.expression(ReferenceKind.TYPE, object, Mention.UNCOUNTED);
        }
    }

    private static void type(MentionSite site) {
        if (!site.parent().equals("scoped_type_identifier") && !site.parent().equals("type_parameter")) {
            site.type(ReferenceKind.TYPE, site.node());
        }
    }

    private static void annotation(MentionSite site) {
        site.mention(ReferenceKind.TYPE, site.node().child("name").text());
    }

    private static void typed(MentionSite site) {
        site.defines(site.valueOf(site.node().child("type")));
    }

    private static void variable(MentionSite site) {
        SyntaxNode type = site.node().child("type");
        for (SyntaxNode declarator : site.node().children("declarator")) {
            boolean inferred = type.text().equals("var");
            String value = inferred ? site.receiver(declarator.child("value")) : site.valueOf(type);
            site.declare(declarator.child("name").text(), value);
        }
    }

    private static void parameter(MentionSite site) {
        SyntaxNode name = site.node().child("name");
        site.declare(
                name.text(),
                site.valueOf(site.node().child("type").or(site.node().child("right"))));
    }

    private static void pattern(MentionSite site) {
        List<SyntaxNode> parts = site.node().children();
        if (parts.size() == 2) {
            site.declare(parts.getLast().text(), site.valueOf(parts.getFirst()));
        }
    }

    private static void undefined(MentionSite site, SyntaxNode name) {
        if (name.is("identifier")) {
            site.declare(name.text(), Receivers.UNKNOWN);
        }
    }
}
