package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.mentions.MentionBook.Trait;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;

/** How Kotlin refers to things. Its grammar has no fields: parts are told by their kinds and places. */
final class KotlinMentions {
    private static final Link CALL = new Link.Call(Link.Part.first());
    private static final Link SAME_CALL = new Link.Inner(Link.Part.first());

    private KotlinMentions() {}

    static MentionBook book() {
        return MentionBook.separatedBy("\\??\\.")
                .typesApart()
                .are(
                        Trait.SKIPPED,
                        "line_comment multiline_comment package_header string_content character_literal label")
                .are(
                        Trait.BLOCK,
                        "class_declaration object_declaration companion_object function_declaration",
                        "anonymous_function secondary_constructor anonymous_initializer getter setter",
                        "lambda_literal object_literal for_statement catch_block",
                        "control_structure_body when_expression")
                .are(Trait.TYPE_NAME, "user_type")
                .are(Trait.TYPE_ARGUMENTS, "type_arguments")
                .are(
                        Trait.BUILTIN,
                        "String Int Long Boolean Unit Any Nothing Double Float Char Byte Short Number CharSequence",
                        "println print listOf mutableListOf emptyList setOf mutableSetOf emptySet mapOf mutableMapOf",
                        "emptyMap arrayOf arrayListOf sequenceOf lazy require requireNotNull checkNotNull TODO it field",
                        "JvmStatic JvmOverloads JvmField JvmName Deprecated Suppress Throws OptIn")
                .chain("simple_identifier interpolated_identifier type_identifier", new Link.Name())
                .chain("this_expression", new Link.Fixed(Receivers.SELF))
                .chain("super_expression", new Link.Fixed(Receivers.SUPER))
                .chain("navigation_expression", new Link.Member(Link.Part.first(), KotlinMentions::suffixName))
                .chain("callable_reference", new Link.Choice(KotlinMentions::reference))
                .chain("call_expression", new Link.Choice(KotlinMentions::callLink))
                .chain("as_expression", new Link.Typed(KotlinMentions::last))
                .chain("postfix_expression parenthesized_expression elvis_expression", new Link.Inner(""))
                .on("import_header", KotlinMentions::imports)
                .on("delegation_specifier", KotlinMentions::base)
                .on("type_parameters", KotlinMentions::typeParameters)
                .on("user_type", site -> site.type(ReferenceKind.TYPE, site.node()))
                .on("type_alias", site -> site.defines(typeOf(site, site.node())))
                .on("class_parameter", KotlinMentions::classParameter)
                .on("parameter parameter_with_optional_type", KotlinMentions::declared)
                .on("function_declaration", KotlinMentions::function)
                .on("property_declaration", KotlinMentions::property)
                .on("variable_declaration", KotlinMentions::variable)
                .on("when_subject", KotlinMentions::subject)
                .on("catch_block", KotlinMentions::declared)
                .on("lambda_literal", KotlinMentions::lambda)
                .on("call_expression", KotlinMentions::call)
                .on("navigation_expression", KotlinMentions::member)
                .on("callable_reference", KotlinMentions::referenced)
                .on("infix_expression", KotlinMentions::infix)
                .on("directly_assignable_expression", KotlinMentions::assigned)
                .on("value_argument", KotlinMentions::argument)
                .on("interpolated_identifier", KotlinMentions::value)
                .on("simple_identifier", KotlinMentions::name)
                .build();
    }

    private static SyntaxNode last(SyntaxNode node) {
        List<SyntaxNode> children = node.children();
        return children.isEmpty() ? node.child("") : children.getLast();
    }

    private static SyntaxNode suffixName(SyntaxNode navigation) {
        return last(navigation).childOfKind("simple_identifier");
    }

    /** Arguments and the lambda behind them are two calls to the grammar. */
    private static Link callLink(SyntaxNode call) {
        return Link.Part.first().in(call).is("call_expression") ? SAME_CALL : CALL;
    }

    /** {@code Line::price}, {@code ::flat} or {@code Line::class}. */
    private static Link reference(SyntaxNode reference) {
        List<SyntaxNode> parts = reference.children();
        if (reference.childOfKind("simple_identifier").isAbsent()) {
            return new Link.Unknown();
        }
        return parts.size() > 1 ? new Link.Member(Link.Part.first(), KotlinMentions::last) : new Link.Inner("");
    }

    private static void imports(MentionSite site) {
        SyntaxNode node = site.node();
        String path = node.childOfKind("identifier").text();
        String alias = node.childOfKind("import_alias")
                .childOfKind("type_identifier")
                .or(node.childOfKind("import_alias").childOfKind("simple_identifier"))
                .text();
        int dot = path.lastIndexOf('.');
        if (node.childOfKind("wildcard_import").isPresent()) {
            site.imports(path, Import.ALL, "");
        } else {
            String name = path.substring(dot + 1);
            site.imports(path.substring(0, Math.max(dot, 0)), name, alias.isEmpty() ? name : alias);
        }
    }

    /** A class is called to derive from it, an interface is only named; what an unnamed object derives from is used. */
    private static void base(MentionSite site) {
        SyntaxNode base = Link.Part.first().in(site.node());
        SyntaxNode type = base.is("user_type") ? base : base.childOfKind("user_type");
        boolean called = base.is("constructor_invocation");
        if (!site.parent().equals("object_literal")) {
            site.type(called ? ReferenceKind.EXTENDS : ReferenceKind.IMPLEMENTS, type);
        }
        if (called) {
            site.type(ReferenceKind.CALL, type);
        }
    }

    private static void typeParameters(MentionSite site) {
        typeParameters(site, site.node());
    }

    private static void typeParameters(MentionSite site, SyntaxNode parameters) {
        parameters
                .children()
                .forEach(each ->
                        site.declareType(each.childOfKind("type_identifier").text()));
    }

    /** Returns the value of the type that is the first in a node, {@link Receivers#UNKNOWN} for that of a function. */
    private static String typeOf(MentionSite site, SyntaxNode node) {
        SyntaxNode type = node.childOfKind("user_type").or(node.childOfKind("nullable_type"));
        return node.childOfKind("function_type").isPresent() ? Receivers.UNKNOWN : site.valueOf(type);
    }

    private static void declare(MentionSite site, SyntaxNode node) {
        site.declare(node.childOfKind("simple_identifier").text(), typeOf(site, node));
    }

    private static void declared(MentionSite site) {
        declare(site, site.node());
    }

    private static void classParameter(MentionSite site) {
        declare(site, site.node());
        site.defines(typeOf(site, site.node()));
        List<SyntaxNode> parts = site.node().children();
        boolean given = parts.size() > 2 && !parts.get(parts.size() - 2).is("binding_pattern_kind", "modifiers");
        if (given && parts.getLast().is("simple_identifier")) {
            site.expression(ReferenceKind.VALUE, parts.getLast(), Mention.UNCOUNTED);
        }
    }

    /** In an extension, this is what the function extends. */
    private static void function(MentionSite site) {
        List<SyntaxNode> parts = site.node().children();
        typeParameters(site, site.node().childOfKind("type_parameters"));
        boolean behind = false;
        String returned = Receivers.UNKNOWN;
        for (SyntaxNode part : parts) {
            if (part.is("function_value_parameters")) {
                behind = true;
                part.children().stream().filter(each -> each.is("parameter")).forEach(each -> declare(site, each));
            } else if (part.is("user_type", "nullable_type")) {
                String value = site.valueOf(part);
                returned = behind ? value : returned;
                if (!behind) {
                    site.declare(Receivers.SELF, value);
                }
            } else if (part.is("function_body") && returned.equals(Receivers.UNKNOWN)) {
                SyntaxNode body = Link.Part.first().in(part);
                returned = body.is("call_expression", "navigation_expression") ? site.receiver(body) : returned;
            }
        }
        site.defines(returned);
    }

    /** A property holds what it is declared to, what it is given, or what is made for it when it is first used. */
    private static void property(MentionSite site) {
        SyntaxNode node = site.node();
        SyntaxNode variable = node.childOfKind("variable_declaration");
        String value = typeOf(site, variable);
        if (value.equals(Receivers.UNKNOWN) && variable.children().size() == 1) {
            SyntaxNode initial = last(node);
            value = site.receiver(initial.is("property_delegate") ? lazily(initial) : initial);
        }
        site.defines(value);
        String parent = site.parent();
        if (!parent.endsWith("class_body") && !parent.equals("source_file")) {
            site.declare(variable.childOfKind("simple_identifier").text(), value);
        }
    }

    private static SyntaxNode lazily(SyntaxNode delegate) {
        SyntaxNode call = Link.Part.first().in(delegate);
        SyntaxNode lambda = call.childOfKind("call_suffix").childOfKind("annotated_lambda");
        boolean lazy = Link.Part.first().in(call).text().equals("lazy");
        return lazy ? last(lambda.childOfKind("lambda_literal").childOfKind("statements")) : delegate;
    }

    private static void variable(MentionSite site) {
        String parent = site.parent();
        if (!parent.equals("property_declaration") && !parent.equals("when_subject")) {
            declare(site, site.node());
        }
    }

    private static void subject(MentionSite site) {
        SyntaxNode variable = site.node().childOfKind("variable_declaration");
        site.declare(variable.childOfKind("simple_identifier").text(), site.receiver(last(site.node())));
    }

    private static void lambda(MentionSite site) {
        if (site.node().childOfKind("lambda_parameters").isAbsent()) {
            site.declare("it", Receivers.UNKNOWN);
        }
    }

    private static void call(MentionSite site) {
        if (!site.parent().equals("call_expression")) {
            site.expression(ReferenceKind.CALL, site.node(), arguments(site.node()));
        }
    }

    /** Counts those of {@code f(a) { b }} too, which is a call of a call. */
    private static int arguments(SyntaxNode call) {
        int count = 0;
        SyntaxNode each = call;
        for (int level = 0; each.is("call_expression") && level < Chains.MAX_DEPTH; level++) {
            SyntaxNode suffix = each.childOfKind("call_suffix");
            count += suffix.childOfKind("value_arguments").children().size();
            count += suffix.childOfKind("annotated_lambda").isPresent() ? 1 : 0;
            each = Link.Part.first().in(each);
        }
        return count;
    }

    private static void member(MentionSite site) {
        if (!site.parent().equals("call_expression")) {
            site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        }
        root(site, Link.Part.first().in(site.node()));
    }

    /** The first part of a chain: a type or an object whose member is used, as their names begin. */
    private static void root(MentionSite site, SyntaxNode first) {
        if (first.is("simple_identifier", "type_identifier") && Chains.beginsUpperCase(first.text())) {
            site.expression(ReferenceKind.TYPE, first, Mention.UNCOUNTED);
        }
    }

    private static void referenced(MentionSite site) {
        site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        root(site, Link.Part.first().in(site.node()));
    }

    private static void infix(MentionSite site) {
        List<SyntaxNode> parts = site.node().children();
        if (parts.size() == 3 && parts.get(1).is("simple_identifier")) {
            site.member(ReferenceKind.CALL, parts.getFirst(), parts.get(1));
            valueOf(site, parts.getFirst());
            valueOf(site, parts.getLast());
        }
    }

    private static void assigned(MentionSite site) {
        List<SyntaxNode> parts = site.node().children();
        if (parts.size() == 1) {
            valueOf(site, parts.getFirst());
        } else if (parts.size() == 2 && parts.getLast().is("navigation_suffix")) {
            site.member(ReferenceKind.VALUE, parts.getFirst(), parts.getLast().childOfKind("simple_identifier"));
        } else if (site.node().text().matches("[\\w.?]+") && parts.getFirst().is("simple_identifier")) {
            site.mention(ReferenceKind.VALUE, site.node().text());
        }
        root(site, parts.getFirst());
    }

    /** The name of a named argument is that of a parameter. */
    private static void argument(MentionSite site) {
        valueOf(site, last(site.node()));
    }

    private static void valueOf(MentionSite site, SyntaxNode node) {
        if (node.is("simple_identifier")) {
            site.expression(ReferenceKind.VALUE, node, Mention.UNCOUNTED);
        }
    }

    private static void value(MentionSite site) {
        site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
    }

    /** A name that stands alone, unless it is declared there or belongs to what has a rule of its own. */
    private static void name(MentionSite site) {
        switch (site.parent()) {
            case "identifier",
                    "import_alias",
                    "class_parameter",
                    "parameter",
                    "parameter_with_optional_type",
                    "variable_declaration",
                    "navigation_suffix",
                    "navigation_expression",
                    "call_expression",
                    "callable_reference",
                    "function_declaration",
                    "enum_entry",
                    "catch_block",
                    "infix_expression",
                    "directly_assignable_expression",
                    "value_argument",
                    "user_type" -> {}
            default -> value(site);
        }
    }
}
