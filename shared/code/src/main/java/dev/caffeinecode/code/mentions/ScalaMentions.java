package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.mentions.MentionBook.Trait;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;

/** How Scala refers to things. */
final class ScalaMentions {
    private static final Link SELF = new Link.Fixed(Receivers.SELF);
    private static final Link SUPER = new Link.Fixed(Receivers.SUPER);
    private static final Link NAME = new Link.Name();

    private ScalaMentions() {}

    static MentionBook book() {
        return MentionBook.separatedBy("\\.")
                .typesApart()
                .are(Trait.SKIPPED, "comment block_comment string character_literal package_identifier")
                .are(
                        Trait.BLOCK,
                        "class_definition object_definition trait_definition enum_definition full_enum_case",
                        "function_definition function_declaration lambda_expression block indented_block case_clause",
                        "for_expression extension_definition given_definition")
                .are(Trait.TYPE_NAME, "type_identifier stable_type_identifier")
                .are(Trait.TYPE_ARGUMENTS, "type_arguments")
                .are(Trait.WRAPPER, "Option Some Future Try")
                .are(
                        Trait.BUILTIN,
                        "String Int Long Boolean Unit Any AnyRef AnyVal Nothing Double Float Char Byte Short Null",
                        "List Seq Map Set Vector Array Option Some None Nil Left Right Either println print require",
                        "classOf implicitly summon this super _")
                .chain("identifier", new Link.Choice(ScalaMentions::name))
                .chain("field_expression", new Link.Member("value", "field"))
                .chain("call_expression", new Link.Choice(ScalaMentions::callLink))
                .chain("generic_function", new Link.Choice(ScalaMentions::generic))
                .chain("infix_expression", new Link.MemberCall("left", "operator"))
                .chain("instance_expression", new Link.Typed(Link.Part.first()))
                .chain("parenthesized_expression", new Link.Inner(""))
                .chain("stable_identifier", new Link.Path())
                .on("import_declaration", ScalaMentions::imports)
                .on("extends_clause", ScalaMentions::bases)
                .on("type_parameters", site -> typeParameters(site, site.node()))
                .on("type_identifier", ScalaMentions::type)
                .on("stable_type_identifier", site -> site.type(ReferenceKind.TYPE, site.node()))
                .on(
                        "type_definition",
                        site -> site.defines(site.valueOf(site.node().child("type"))))
                .on("parameter binding", site -> declare(site, site.node()))
                .on("class_parameter", ScalaMentions::classParameter)
                .on("function_definition function_declaration", ScalaMentions::function)
                .on("val_definition var_definition val_declaration var_declaration", ScalaMentions::variable)
                .on("enumerator", ScalaMentions::enumerator)
                .on("typed_pattern", ScalaMentions::typedPattern)
                .on("stable_identifier", ScalaMentions::stable)
                .on("call_expression", ScalaMentions::call)
                .on("instance_expression", site -> site.expression(ReferenceKind.CALL, site.node(), Mention.UNCOUNTED))
                .on("generic_function", ScalaMentions::genericValue)
                .on("field_expression", ScalaMentions::member)
                .on("infix_expression", ScalaMentions::infix)
                .on("identifier", ScalaMentions::value)
                .build();
    }

    private static Link name(SyntaxNode name) {
        return switch (name.text()) {
            case "this" -> SELF;
            case "super" -> SUPER;
            default -> NAME;
        };
    }

    /** Lists of arguments one behind the other are several calls to the grammar. */
    private static Link callLink(SyntaxNode call) {
        return call.child("function").is("call_expression") ? new Link.Inner("function") : new Link.Call("function");
    }

    private static Link generic(SyntaxNode generic) {
        boolean cast = generic.child("function").child("field").text().equals("asInstanceOf");
        return cast ? new Link.Typed("type_arguments") : new Link.Inner("function");
    }

    private static void imports(MentionSite site) {
        SyntaxNode node = site.node();
        List<String> path = node.children("path").stream()
                .filter(SyntaxNode::isNamed)
                .map(SyntaxNode::text)
                .toList();
        SyntaxNode selectors = node.childOfKind("namespace_selectors");
        String whole = String.join(".", path);
        if (selectors.isPresent()) {
            selectors.children().forEach(selector -> select(site, whole, selector));
        } else if (node.childOfKind("namespace_wildcard").isPresent()) {
            site.imports(whole, Import.ALL, "");
        } else if (node.childOfKind("as_renamed_identifier").isPresent()) {
            select(site, whole, node.childOfKind("as_renamed_identifier"));
        } else if (!path.isEmpty()) {
            site.imports(String.join(".", path.subList(0, path.size() - 1)), path.getLast(), path.getLast());
        }
    }

    private static void select(MentionSite site, String module, SyntaxNode selector) {
        switch (selector.kind()) {
            case "namespace_wildcard" -> site.imports(module, Import.ALL, "");
            case "identifier" -> site.imports(module, selector.text(), selector.text());
            case "arrow_renamed_identifier", "as_renamed_identifier" -> {
                String alias = selector.child("alias").text();
                if (!alias.equals("_")) {
                    site.imports(module, selector.child("name").text(), alias);
                }
            }
            default -> {}
        }
    }

    private static void bases(MentionSite site) {
        ReferenceKind kind = ReferenceKind.EXTENDS;
        boolean called = site.node().child("arguments").isPresent();
        for (SyntaxNode type : site.node().children("type")) {
            if (type.isNamed()) {
                site.type(kind, type);
                if (called && kind == ReferenceKind.EXTENDS) {
                    site.type(ReferenceKind.CALL, type);
                }
                kind = ReferenceKind.IMPLEMENTS;
            }
        }
    }

    private static void typeParameters(MentionSite site, SyntaxNode parameters) {
        for (SyntaxNode parameter : parameters.children()) {
            SyntaxNode name = parameter.child("name").or(parameter);
            if (name.is("identifier")) {
                site.declareType(name.text());
            }
        }
    }

    private static void type(MentionSite site) {
        String parent = site.parent();
        boolean declared = site.isIn("name") && !parent.equals("annotation");
        if (!declared && !parent.equals("stable_type_identifier")) {
            site.type(ReferenceKind.TYPE, site.node());
        }
    }

    private static String valueOf(MentionSite site, SyntaxNode type) {
        return type.is("function_type", "tuple_type") ? Receivers.UNKNOWN : site.valueOf(type);
    }

    private static void declare(MentionSite site, SyntaxNode node) {
        site.declare(node.child("name").text(), valueOf(site, node.child("type")));
    }

    private static void classParameter(MentionSite site) {
        declare(site, site.node());
        site.defines(valueOf(site, site.node().child("type")));
    }

    private static void function(MentionSite site) {
        SyntaxNode node = site.node();
        typeParameters(site, node.child("type_parameters"));
        for (SyntaxNode parameters : node.children("parameters")) {
            parameters.children().forEach(each -> declare(site, each));
        }
        SyntaxNode type = node.child("return_type");
        SyntaxNode body = node.child("body");
        boolean inferred =
                type.isAbsent() && isChain(body) && !node.child("name").text().equals("this");
        site.defines(inferred ? site.receiver(body) : valueOf(site, type));
    }

    private static boolean isChain(SyntaxNode expression) {
        return expression.is("call_expression", "field_expression", "instance_expression", "generic_function");
    }

    private static void variable(MentionSite site) {
        SyntaxNode node = site.node();
        SyntaxNode type = node.child("type");
        String value = type.isAbsent() ? site.receiver(node.child("value")) : valueOf(site, type);
        String parent = site.parent();
        if (parent.equals("template_body") || parent.equals("compilation_unit") || parent.equals("enum_body")) {
            site.defines(value);
        } else {
            SyntaxNode name = node.child("pattern").or(node.child("name"));
            site.declare(name.is("identifier") ? name.text() : "", value);
        }
    }

    private static void enumerator(MentionSite site) {
        List<SyntaxNode> parts = site.node().children();
        if (parts.size() > 1 && parts.getFirst().is("identifier")) {
            boolean each = site.node().textBefore(parts.get(1)).contains("<-");
            site.declare(parts.getFirst().text(), each ? Receivers.UNKNOWN : site.receiver(parts.get(1)));
        }
        if (parts.size() > 1 && parts.get(1).is("identifier")) {
            site.expression(ReferenceKind.VALUE, parts.get(1), Mention.UNCOUNTED);
        }
    }

    private static void typedPattern(MentionSite site) {
        site.declare(
                site.node().child("pattern").text(), valueOf(site, site.node().child("type")));
    }

    /** {@code State.Closed} in a pattern. */
    private static void stable(MentionSite site) {
        site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        root(site, Link.Part.first().in(site.node()));
    }

    private static void call(MentionSite site) {
        boolean further = site.isIn("function") && site.parent().equals("call_expression");
        if (!further) {
            site.expression(ReferenceKind.CALL, site.node(), arguments(site.node()));
        }
    }

    /** Counts those of all parameter lists: {@code f(a)(b)} is a call of a call. */
    private static int arguments(SyntaxNode call) {
        int count = 0;
        SyntaxNode each = call;
        for (int level = 0; each.is("call_expression") && level < Chains.MAX_DEPTH; level++) {
            SyntaxNode arguments = each.child("arguments");
            count += arguments.is("arguments") ? arguments.children().size() : 1;
            each = each.child("function");
        }
        return count;
    }

    private static void genericValue(MentionSite site) {
        SyntaxNode function = site.node().child("function");
        String name = function.child("field").or(function).text();
        if (!site.isIn("function") && !name.endsWith("InstanceOf")) {
            site.expression(ReferenceKind.VALUE, function, Mention.UNCOUNTED);
        }
    }

    private static void member(MentionSite site) {
        if (!site.isIn("function")) {
            site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        }
        root(site, site.node().child("value"));
    }

    /** The first part of a chain: a type or an object whose member is used, as their names begin. */
    private static void root(MentionSite site, SyntaxNode first) {
        if (first.is("identifier") && Chains.beginsUpperCase(first.text())) {
            site.expression(ReferenceKind.TYPE, first, Mention.UNCOUNTED);
        }
    }

    /** {@code lines foreach print}; symbols are nearly always those of numbers and collections. */
    private static void infix(MentionSite site) {
        if (site.node().child("operator").is("identifier")) {
            site.expression(ReferenceKind.CALL, site.node(), 1);
        }
    }

    /** A name that stands alone, unless it is declared there or belongs to what has a rule of its own. */
    private static void value(MentionSite site) {
        switch (site.parent()) {
            case "import_declaration",
                    "namespace_selectors",
                    "arrow_renamed_identifier",
                    "as_renamed_identifier",
                    "stable_identifier",
                    "stable_type_identifier",
                    "type_parameters",
                    "covariant_type_parameter",
                    "contravariant_type_parameter",
                    "field_expression",
                    "enumerator",
                    "typed_pattern" -> {}
            case "lambda_expression" -> bound(site, site.isIn("parameters"));
            case "tuple_pattern", "capture_pattern", "case_clause", "infix_pattern", "alternative_pattern" ->
                bound(site, !site.isIn("body"));
            case "case_class_pattern" -> bound(site, site.isIn("pattern"));
            case "call_expression", "generic_function" -> value(site, !site.isIn("function"));
            case "infix_expression" -> value(site, !site.isIn("operator"));
            case "interpolated_string_expression" -> value(site, !site.isIn("interpolator"));
            case "assignment_expression" -> value(site, !isNamed(site));
            default -> value(site, !site.isIn("name") && !site.isIn("pattern"));
        }
    }

    /** The name of a named argument is that of a parameter. */
    private static boolean isNamed(MentionSite site) {
        return site.isIn("left") && site.ancestor(2).equals("arguments");
    }

    /** A name in a pattern is a new one if it begins with a small letter. */
    private static void bound(MentionSite site, boolean pattern) {
        if (pattern && !Chains.beginsUpperCase(site.node().text())) {
            site.declare(site.node().text(), Receivers.UNKNOWN);
        } else {
            value(site, true);
        }
    }

    private static void value(MentionSite site, boolean used) {
        if (used) {
            site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        }
    }
}
