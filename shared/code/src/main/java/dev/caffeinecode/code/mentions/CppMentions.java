package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.mentions.MentionBook.Trait;
import dev.caffeinecode.code.symbols.Declarators;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;

/** How C++ refers to things, besides what it has in common with C. */
final class CppMentions {
    private static final Link CALL = new Link.Call("function");
    private static final Link TYPE_ARGUMENT =
            new Link.Typed(node -> Link.Part.first().in(template(node).child("arguments")));
    private static final Link ARGUMENT =
            new Link.Inner(node -> Link.Part.first().in(node.child("arguments")));

    private CppMentions() {}

    static MentionBook book() {
        return CMentions.common(MentionBook.separatedBy("::").typesApart())
                .are(
                        Trait.BLOCK,
                        "lambda_expression for_range_loop catch_clause if_statement while_statement",
                        "template_declaration")
                .are(Trait.TYPE_NAME, "qualified_identifier")
                .are(Trait.TYPE_ARGUMENTS, "template_argument_list")
                .are(
                        Trait.WRAPPER,
                        "unique_ptr shared_ptr weak_ptr optional reference_wrapper observer_ptr not_null",
                        "scoped_refptr intrusive_ptr RefPtr Ref QPointer QSharedPointer ComPtr")
                .are(Trait.BUILTIN, "static_cast dynamic_cast reinterpret_cast const_cast")
                .chain("this", new Link.Fixed(Receivers.SELF))
                .chain("qualified_identifier", new Link.Path())
                .chain("template_function", new Link.Inner("name"))
                .chain("call_expression", new Link.Choice(CppMentions::callLink))
                .chain("field_expression", new Link.Member(Link.Part.field("argument"), CppMentions::memberName))
                .chain("new_expression", new Link.Typed("type"))
                .chain("co_await_expression", new Link.Inner("argument"))
                .on("using_declaration", CppMentions::using)
                .on("namespace_alias_definition", CppMentions::alias)
                .on("alias_declaration", CMentions::typed)
                .on("class_specifier", CMentions::tagged)
                .on("base_class_clause", site -> site.type(ReferenceKind.EXTENDS, site.node()))
                .on("template_declaration", CppMentions::template)
                .on("type_identifier", CppMentions::type)
                .on("qualified_identifier", CppMentions::qualified)
                .on("template_function", CppMentions::templateValue)
                .on("call_expression", CppMentions::call)
                .on("new_expression", CMentions::call)
                .on("field_initializer", CppMentions::initializer)
                .on("lambda_expression", CppMentions::lambda)
                .on("for_range_loop", CppMentions::loop)
                .on(
                        "catch_clause",
                        site -> CMentions.parameters(site, site.node().child("parameters")))
                .build();
    }

    /** What a call gives is told by its name for casts, {@code std::make_unique} and {@code std::move}. */
    private static Link callLink(SyntaxNode call) {
        SyntaxNode function = template(call);
        return switch (function.is("identifier", "template_function") ? name(function) : "") {
            case "static_cast",
                    "dynamic_cast",
                    "reinterpret_cast",
                    "const_cast",
                    "static_pointer_cast",
                    "dynamic_pointer_cast",
                    "make_unique",
                    "make_shared" -> function.is("template_function") ? TYPE_ARGUMENT : CALL;
            case "move", "forward", "ref", "as_const" ->
                call.child("function").is("qualified_identifier") ? ARGUMENT : CALL;
            default -> CALL;
        };
    }

    /** Returns the last part of what is called. */
    private static SyntaxNode template(SyntaxNode call) {
        SyntaxNode function = call.child("function");
        while (function.is("qualified_identifier")) {
            function = function.child("name");
        }
        return function;
    }

    private static String name(SyntaxNode function) {
        return function.child("name").or(function).text();
    }

    private static SyntaxNode memberName(SyntaxNode expression) {
        SyntaxNode field = expression.child("field");
        SyntaxNode named = field.is("dependent_name") ? field.childOfKind("template_method") : field;
        return named.child("name").or(named);
    }

    private static void call(MentionSite site) {
        SyntaxNode function = site.node().child("function");
        boolean cast = function.is("template_function")
                && function.child("name").text().endsWith("_cast");
        if (!cast) {
            CMentions.call(site);
        }
    }

    private static void using(MentionSite site) {
        SyntaxNode name = Link.Part.first().in(site.node());
        String path = name.text();
        if (site.parent().equals("field_declaration_list")) {
            site.mention(ReferenceKind.VALUE, path);
        } else if (site.node().textBefore(name).contains("namespace")) {
            site.imports(path, Import.ALL, "");
        } else {
            int last = path.lastIndexOf("::");
            String own = path.substring(last < 0 ? 0 : last + 2);
            site.imports(path.substring(0, Math.max(last, 0)), own, own);
        }
    }

    private static void alias(MentionSite site) {
        List<SyntaxNode> parts = site.node().children();
        site.imports(parts.getLast().text(), "", site.node().child("name").text());
    }

    private static void template(MentionSite site) {
        SyntaxNode parameters = site.node().child("parameters");
        CMentions.parameters(site, parameters);
        for (SyntaxNode parameter : parameters.children()) {
            SyntaxNode name = parameter.child("name").or(parameter.childOfKind("type_identifier"));
            if (parameter.kind().contains("type_parameter")) {
                site.declareType(name.text());
            }
        }
    }

    private static void type(MentionSite site) {
        boolean named = site.isIn("name");
        switch (site.parent()) {
            case "qualified_identifier",
                    "class_specifier",
                    "struct_specifier",
                    "union_specifier",
                    "enum_specifier",
                    "type_parameter_declaration",
                    "variadic_type_parameter_declaration" -> {}
            case "alias_declaration", "optional_type_parameter_declaration", "concept_definition" -> type(site, !named);
            case "template_type" -> type(site, !site.ancestor(2).equals("qualified_identifier") && !isDeclared(site));
            default -> type(site, !site.isIn("declarator"));
        }
    }

    /** {@code template <> struct Box<int>}. */
    private static boolean isDeclared(MentionSite site) {
        String around = site.ancestor(2);
        return around.equals("class_specifier") || around.equals("struct_specifier");
    }

    private static void type(MentionSite site, boolean used) {
        if (used) {
            site.type(ReferenceKind.TYPE, site.node());
        }
    }

    /** A type, a value or what is called; whose scope is a type, too, if it begins as names of types do. */
    private static void qualified(MentionSite site) {
        String parent = site.parent();
        boolean declared = site.isIn("declarator") || parent.equals("reference_declarator");
        if (declared || parent.equals("qualified_identifier") || parent.equals("using_declaration")) {
            return;
        }
        SyntaxNode last = site.node();
        while (last.is("qualified_identifier")) {
            last = last.child("name");
        }
        if (last.is("type_identifier", "template_type")) {
            site.type(ReferenceKind.TYPE, site.node());
            return;
        }
        if (!site.isIn("function")) {
            site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        }
        String scope = Chains.withoutArguments(site.node().textBefore(last)).replaceFirst("\\s*::\\s*$", "");
        if (Chains.beginsUpperCase(scope.substring(scope.lastIndexOf(':') + 1))) {
            site.mention(ReferenceKind.TYPE, scope);
        }
    }

    private static void templateValue(MentionSite site) {
        if (!site.isIn("function") && !site.parent().equals("qualified_identifier")) {
            site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        }
    }

    /** The constructor of a base class, if it begins as names of types do; else a field, which is no other's business. */
    private static void initializer(MentionSite site) {
        String name = Chains.withoutArguments(Link.Part.first().in(site.node()).text());
        if (Chains.beginsUpperCase(name.substring(name.lastIndexOf(':') + 1))) {
            site.mention(ReferenceKind.CALL, name);
        }
    }

    private static void lambda(MentionSite site) {
        CMentions.parameters(site, site.node().child("declarator").child("parameters"));
        for (SyntaxNode capture : site.node().child("captures").children()) {
            if (capture.is("lambda_capture_initializer")) {
                site.declare(capture.child("left").text(), site.receiver(capture.child("right")));
            }
        }
    }

    private static void loop(MentionSite site) {
        SyntaxNode declarator = site.node().child("declarator");
        SyntaxNode bound =
                declarator.is("reference_declarator") ? Link.Part.first().in(declarator) : declarator;
        if (bound.is("structured_binding_declarator")) {
            bound.children().forEach(each -> site.declare(each.text(), Receivers.UNKNOWN));
        } else {
            site.declare(Declarators.name(declarator), site.valueOf(CMentions.type(site.node())));
        }
    }
}
