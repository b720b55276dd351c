package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.mentions.MentionBook.Trait;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;
import java.util.Locale;

/** How PHP refers to things. Variables and properties are known by names with a dollar sign, as symbols are. */
final class PhpMentions {
    private static final Link UNKNOWN = new Link.Unknown();
    private static final Link SELF = new Link.Fixed(Receivers.SELF);
    private static final Link SUPER = new Link.Fixed(Receivers.SUPER);

    private PhpMentions() {}

    static MentionBook book() {
        return MentionBook.separatedBy("\\\\")
                .typesApart()
                .are(Trait.SKIPPED, "comment string nowdoc text namespace_definition declare_statement")
                .are(Trait.BLOCK, "program method_declaration function_definition anonymous_function arrow_function")
                .are(Trait.TYPE_NAME, "name qualified_name")
                .are(
                        Trait.BUILTIN,
                        "self static parent iterable callable isset unset empty define defined die exit compact",
                        "__DIR__ __FILE__ __LINE__ __CLASS__ __METHOD__ __FUNCTION__ __NAMESPACE__ PHP_EOL",
                        "PHP_INT_MAX PHP_VERSION DIRECTORY_SEPARATOR")
                .chain("name", new Link.Name())
                .chain("qualified_name", new Link.Path())
                .chain("relative_name", new Link.Inner(PhpMentions::last))
                .chain("variable_name", new Link.Choice(PhpMentions::variable))
                .chain("relative_scope", new Link.Choice(PhpMentions::scope))
                .chain(
                        "member_access_expression nullsafe_member_access_expression",
                        new Link.Member(Link.Part.field("object"), PhpMentions::plainName, "$"))
                .chain(
                        "member_call_expression nullsafe_member_call_expression",
                        new Link.MemberCall(Link.Part.field("object"), PhpMentions::plainName))
                .chain("scoped_call_expression", new Link.MemberCall(Link.Part.field("scope"), PhpMentions::plainName))
                .chain("scoped_property_access_expression", new Link.Member("scope", "name"))
                .chain(
                        "class_constant_access_expression",
                        new Link.Member(Link.Part.first(), PhpMentions::constantName))
                .chain("function_call_expression", new Link.Call("function"))
                .chain("object_creation_expression", new Link.Choice(PhpMentions::created))
                .chain("binary_expression", new Link.Choice(PhpMentions::binary))
                .chain("parenthesized_expression clone_expression", new Link.Inner(""))
                .chain("assignment_expression", new Link.Inner("right"))
                .on("namespace_use_declaration", PhpMentions::use)
                .on("require_expression require_once_expression", PhpMentions::include)
                .on("include_expression include_once_expression", PhpMentions::include)
                .on("base_clause", site -> bases(site, ReferenceKind.EXTENDS))
                .on("class_interface_clause", site -> bases(site, ReferenceKind.IMPLEMENTS))
                .on("use_declaration", site -> bases(site, ReferenceKind.IMPLEMENTS))
                .on(
                        "attribute",
                        site -> site.type(ReferenceKind.TYPE, Link.Part.first().in(site.node())))
                .on("named_type", site -> site.type(ReferenceKind.TYPE, site.node()))
                .on(
                        "property_declaration",
                        site -> site.defines(valueOf(site, site.node().child("type"))))
                .on("simple_parameter variadic_parameter property_promotion_parameter", PhpMentions::parameter)
                .on("method_declaration function_definition", PhpMentions::function)
                .on("assignment_expression", PhpMentions::assignment)
                .on("foreach_statement", PhpMentions::loop)
                .on("catch_clause", PhpMentions::caught)
                .on("binary_expression", PhpMentions::narrowed)
                .on("member_call_expression nullsafe_member_call_expression scoped_call_expression", PhpMentions::call)
                .on("function_call_expression object_creation_expression", PhpMentions::call)
                .on("member_access_expression nullsafe_member_access_expression", PhpMentions::member)
                .on("scoped_property_access_expression class_constant_access_expression", PhpMentions::member)
                .on("const_element", PhpMentions::constant)
                .on("name qualified_name", PhpMentions::value)
                .build();
    }

    private static SyntaxNode last(SyntaxNode node) {
        List<SyntaxNode> children = node.children();
        return children.isEmpty() ? node.child("") : children.getLast();
    }

    private static SyntaxNode plainName(SyntaxNode access) {
        SyntaxNode name = access.child("name");
        return name.is("name") ? name : access.child("");
    }

    /** {@code Cart::class} is the class itself. */
    private static SyntaxNode constantName(SyntaxNode access) {
        SyntaxNode name = last(access);
        return name.is("name") && !name.text().equals("class") ? name : access.child("");
    }

    private static Link variable(SyntaxNode variable) {
        return variable.text().equals("$this") ? SELF : new Link.Name();
    }

    private static Link scope(SyntaxNode scope) {
        return scope.text().equals("parent") ? SUPER : SELF;
    }

    private static Link created(SyntaxNode creation) {
        SyntaxNode type = Link.Part.first().in(creation);
        if (!type.is("name", "qualified_name")) {
            return UNKNOWN;
        }
        boolean own = type.text().equals("self") || type.text().equals("static");
        return own ? SELF : new Link.Typed(Link.Part.first());
    }

    private static Link binary(SyntaxNode binary) {
        return binary.child("operator").text().equals("??") ? new Link.Inner("left") : UNKNOWN;
    }

    private static void use(MentionSite site) {
        SyntaxNode group = site.node().child("body");
        String prefix = group.isAbsent()
                ? ""
                : site.node().childOfKind("namespace_name").text() + "\\";
        for (SyntaxNode clause : group.or(site.node()).children()) {
            if (clause.is("namespace_use_clause")) {
                SyntaxNode name = Link.Part.first().in(clause);
                use(site, prefix + name.text(), clause.child("alias").text());
            }
        }
    }

    private static void use(MentionSite site, String path, String alias) {
        String full = path.startsWith("\\") ? path.substring(1) : path;
        int last = full.lastIndexOf('\\');
        String name = full.substring(last + 1);
        site.imports(full.substring(0, Math.max(last, 0)), name, alias.isEmpty() ? name : alias);
    }

    /** The path of a file, if it is written there, perhaps behind the folder of this one. */
    private static void include(MentionSite site) {
        SyntaxNode path = Link.Part.first().in(site.node());
        boolean here = path.child("left").text().equals("__DIR__");
        SyntaxNode literal = here ? path.child("right") : path;
        if (literal.is("string", "encapsed_string") && !literal.text().contains("$")) {
            String text = literal.text().substring(1, literal.text().length() - 1);
            site.imports(here ? "." + text : text, Import.ALL, "");
        }
    }

    private static void bases(MentionSite site, ReferenceKind kind) {
        boolean unnamed = site.parent().equals("anonymous_class");
        for (SyntaxNode base : site.node().children()) {
            if (base.is("name", "qualified_name")) {
                if (!unnamed) {
                    site.type(kind, base);
                }
                site.type(ReferenceKind.TYPE, base);
            }
        }
    }

    private static String valueOf(MentionSite site, SyntaxNode type) {
        return switch (type.text()) {
            case "self", "static", "?self", "?static" -> Receivers.SELF;
            default -> site.valueOf(type);
        };
    }

    private static void parameter(MentionSite site) {
        String value = valueOf(site, site.node().child("type"));
        site.declare(site.node().child("name").text(), value);
        site.defines(value);
    }

    private static void function(MentionSite site) {
        site.defines(valueOf(site, site.node().child("return_type")));
    }

    /** A variable is what was last put into it, as far as that is known. */
    private static void assignment(MentionSite site) {
        SyntaxNode left = site.node().child("left");
        if (left.is("variable_name")) {
            String value = site.receiver(site.node().child("right"));
            if (!value.equals(Receivers.UNKNOWN) || isUnknown(site, left)) {
                site.declare(left.text(), value);
            }
        }
    }

    private static boolean isUnknown(MentionSite site, SyntaxNode variable) {
        String value = site.receiver(variable);
        return value.equals(Receivers.UNKNOWN) || value.equals(variable.text());
    }

    private static void loop(MentionSite site) {
        for (SyntaxNode part : site.node().children().stream().skip(1).toList()) {
            List<SyntaxNode> bound = part.is("variable_name") ? List.of(part) : part.children();
            if (part.is("variable_name", "pair", "by_ref", "list_literal")) {
                bound.forEach(each -> site.declare(each.text(), Receivers.UNKNOWN));
            }
        }
    }

    private static void caught(MentionSite site) {
        site.declare(site.node().child("name").text(), site.valueOf(site.node().child("type")));
    }

    /** {@code $other instanceof Order} tells what is in a variable of which nothing else is known. */
    private static void narrowed(MentionSite site) {
        SyntaxNode type = site.node().child("right");
        if (type.is("name", "qualified_name")
                && site.node().child("operator").text().equals("instanceof")) {
            SyntaxNode left = site.node().child("left");
            site.type(ReferenceKind.TYPE, type);
            if (left.is("variable_name") && isUnknown(site, left)) {
                site.declare(left.text(), valueOf(site, type));
            }
        }
    }

    private static void call(MentionSite site) {
        SyntaxNode node = site.node();
        SyntaxNode arguments = node.child("arguments").or(node.childOfKind("arguments"));
        if (!node.child("function").is("variable_name")) {
            site.expression(ReferenceKind.CALL, node, arguments.children().size());
        }
        scope(site, node.is("object_creation_expression") ? Link.Part.first().in(node) : node.child("scope"));
    }

    private static void member(MentionSite site) {
        SyntaxNode node = site.node();
        site.expression(ReferenceKind.VALUE, node, Mention.UNCOUNTED);
        scope(
                site,
                node.is("class_constant_access_expression") ? Link.Part.first().in(node) : node.child("scope"));
    }

    private static void scope(MentionSite site, SyntaxNode scope) {
        if (scope.is("name", "qualified_name")) {
            site.type(ReferenceKind.TYPE, scope);
        }
    }

    private static void constant(MentionSite site) {
        SyntaxNode value = last(site.node());
        if (site.node().children().size() == 2) {
            value(site, value);
        }
    }

    /** A constant where a value is wanted. */
    private static void value(MentionSite site) {
        boolean used = switch (site.parent()) {
            case "argument" -> !site.isIn("name");
            case "binary_expression" -> !isType(site);
            case "simple_parameter", "property_promotion_parameter", "property_element" -> site.isIn("default_value");
            case "enum_case" -> site.isIn("value");
            case "arrow_function" -> site.isIn("body");
            case "assignment_expression",
                    "return_statement",
                    "array_element_initializer",
                    "match_default_expression",
                    "match_conditional_expression",
                    "match_condition_list",
                    "conditional_expression",
                    "case_statement",
                    "unary_op_expression",
                    "parenthesized_expression",
                    "echo_statement",
                    "subscript_expression",
                    "augmented_assignment_expression",
                    "cast_expression",
                    "sequence_expression" -> true;
            default -> false;
        };
        if (used) {
            value(site, site.node());
        }
    }

    private static void value(MentionSite site, SyntaxNode node) {
        if (node.is("name", "qualified_name")) {
            site.expression(ReferenceKind.VALUE, node, Mention.UNCOUNTED);
        }
    }

    /** What stands behind {@code instanceof}, as names of types are written; constants are all in capitals. */
    private static boolean isType(MentionSite site) {
        String name = site.node().text();
        return site.isIn("right") && !name.equals(name.toUpperCase(Locale.ROOT));
    }
}
