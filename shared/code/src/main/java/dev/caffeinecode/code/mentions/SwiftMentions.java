package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.mentions.MentionBook.Trait;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;

/** How Swift refers to things. */
final class SwiftMentions {
    private static final Link UNKNOWN = new Link.Unknown();
    private static final Link NAME = new Link.Name();
    private static final Link MEMBER = new Link.Member(
            Link.Part.field("target"), node -> node.child("suffix").child("suffix"));

    private SwiftMentions() {}

    static MentionBook book() {
        return MentionBook.separatedBy("\\.")
                .typesApart()
                .are(Trait.SKIPPED, "comment multiline_comment line_str_text multi_line_str_text")
                .are(
                        Trait.BLOCK,
                        "class_declaration protocol_declaration function_declaration init_declaration",
                        "deinit_declaration subscript_declaration protocol_function_declaration lambda_literal",
                        "computed_property computed_setter willset_clause didset_clause for_statement if_statement",
                        "while_statement switch_entry catch_block do_statement")
                .are(Trait.TYPE_NAME, "user_type")
                .are(Trait.TYPE_ARGUMENTS, "type_arguments")
                .are(Trait.WRAPPER, "Optional")
                .are(
                        Trait.BUILTIN,
                        "String Int Bool Double Float Void Any AnyObject Self Array Dictionary Set Optional Character",
                        "Int8 Int16 Int32 Int64 UInt UInt8 UInt16 UInt32 UInt64 Never self print fatalError",
                        "precondition preconditionFailure assert assertionFailure defer type available objc",
                        "discardableResult escaping autoclosure inlinable frozen testable unchecked main")
                .chain("simple_identifier", new Link.Choice(name -> name.text().startsWith("$") ? UNKNOWN : NAME))
                .chain("self_expression", new Link.Fixed(Receivers.SELF))
                .chain("super_expression", new Link.Fixed(Receivers.SUPER))
                .chain("navigation_expression", new Link.Choice(SwiftMentions::navigation))
                .chain("call_expression", new Link.Choice(SwiftMentions::callLink))
                .chain("constructor_expression", new Link.Typed("constructed_type"))
                .chain("as_expression", new Link.Typed("name"))
                .chain("try_expression await_expression", new Link.Inner("expr"))
                .chain("postfix_expression", new Link.Inner("target"))
                .chain("tuple_expression", new Link.Choice(SwiftMentions::parentheses))
                .chain("nil_coalescing_expression", new Link.Inner("value"))
                .on("import_declaration", SwiftMentions::imports)
                .on("class_declaration protocol_declaration", SwiftMentions::type)
                .on("init_declaration", SwiftMentions::typeParameters)
                .on("user_type", SwiftMentions::mentionedType)
                .on("typealias_declaration", site -> site.defines(valueOf(site, lastName(site.node()))))
                .on("parameter lambda_parameter", SwiftMentions::parameter)
                .on("function_declaration protocol_function_declaration", SwiftMentions::function)
                .on("subscript_declaration", SwiftMentions::function)
                .on("property_declaration protocol_property_declaration", SwiftMentions::property)
                .on("pattern", SwiftMentions::pattern)
                .on("if_statement guard_statement while_statement", SwiftMentions::conditions)
                .on("catch_block", SwiftMentions::caught)
                .on("computed_setter willset_clause", site -> site.declare("newValue", Receivers.UNKNOWN))
                .on("didset_clause", site -> site.declare("oldValue", Receivers.UNKNOWN))
                .on("call_expression", SwiftMentions::call)
                .on(
                        "constructor_expression",
                        site -> site.expression(ReferenceKind.CALL, site.node(), Mention.UNCOUNTED))
                .on("navigation_expression", SwiftMentions::member)
                .on("prefix_expression", SwiftMentions::implicit)
                .on("simple_identifier", SwiftMentions::value)
                .build();
    }

    /** {@code Cart.self} is the type itself, {@code Cart.init(...)} a call of it. */
    private static Link navigation(SyntaxNode navigation) {
        String member = navigation.child("suffix").child("suffix").text();
        boolean type = navigation.child("target").is("simple_identifier");
        return type && (member.equals("self") || member.equals("init")) ? new Link.Inner("target") : MEMBER;
    }

    private static Link callLink(SyntaxNode call) {
        return isSubscript(call) ? UNKNOWN : new Link.Call(Link.Part.first());
    }

    /** {@code lines[0]} is a call to the grammar. */
    private static boolean isSubscript(SyntaxNode call) {
        SyntaxNode suffix = call.childOfKind("call_suffix");
        return suffix.isPresent() && suffix.tree().source()[suffix.startByte()] == '[';
    }

    private static Link parentheses(SyntaxNode tuple) {
        return tuple.children().size() == 1 ? new Link.Inner("") : UNKNOWN;
    }

    private static void imports(MentionSite site) {
        SyntaxNode path = site.node().childOfKind("identifier");
        String before = site.node().textBefore(path).strip();
        String module = path.text();
        int dot = module.lastIndexOf('.');
        if (!before.endsWith("import") && dot > 0) {
            String name = module.substring(dot + 1);
            site.imports(module.substring(0, dot), name, name);
        } else if (before.startsWith("@_exported")) {
            site.reexports(module, Import.ALL, "");
        } else {
            site.imports(module, Import.ALL, "");
        }
    }

    /** A class is derived from the first; everything else conforms. An extension is about the type that it extends. */
    private static void type(MentionSite site) {
        SyntaxNode node = site.node();
        String declared = node.child("declaration_kind").text();
        if (declared.equals("extension")) {
            site.declare(Receivers.SELF, site.valueOf(node.child("name")));
        }
        typeParameters(site);
        ReferenceKind kind = declared.equals("class") ? ReferenceKind.EXTENDS : ReferenceKind.IMPLEMENTS;
        for (SyntaxNode child : node.children()) {
            if (child.is("inheritance_specifier")) {
                site.type(kind, child.child("inherits_from"));
                kind = ReferenceKind.IMPLEMENTS;
            }
        }
    }

    private static void typeParameters(MentionSite site) {
        for (SyntaxNode parameter : site.node().childOfKind("type_parameters").children()) {
            site.declareType(parameter.childOfKind("type_identifier").text());
        }
    }

    private static void mentionedType(MentionSite site) {
        site.type(ReferenceKind.TYPE, site.node());
    }

    /** The grammar has the type of what is declared, too, in the field of its name. */
    private static SyntaxNode lastName(SyntaxNode node) {
        List<SyntaxNode> names = node.children("name");
        return names.isEmpty() ? node.child("") : names.getLast();
    }

    private static String valueOf(MentionSite site, SyntaxNode type) {
        return switch (type.kind()) {
            case "user_type" -> type.text().equals("Self") ? Receivers.SELF : site.valueOf(type);
            case "optional_type" -> valueOf(site, type.child("wrapped"));
            case "existential_type", "opaque_type" -> site.valueOf(type);
            default -> Receivers.UNKNOWN;
        };
    }

    private static void parameter(MentionSite site) {
        site.declare(site.node().child("name").text(), valueOf(site, lastName(site.node())));
    }

    private static void function(MentionSite site) {
        typeParameters(site);
        site.defines(valueOf(site, lastName(site.node())));
    }

    private static void property(MentionSite site) {
        SyntaxNode node = site.node();
        SyntaxNode type = node.childOfKind("type_annotation").child("name");
        String value = type.isPresent() ? valueOf(site, type) : site.receiver(node.child("value"));
        String parent = site.parent();
        boolean symbol = parent.endsWith("_body") && !parent.equals("function_body");
        if (symbol || parent.equals("source_file")) {
            site.defines(value);
        } else {
            for (SyntaxNode pattern : node.children("name")) {
                bind(site, pattern, value);
                pattern.children().stream()
                        .filter(each -> each.is("pattern")) // let (a, b)
                        .forEach(each -> site.declare(each.text(), Receivers.UNKNOWN));
            }
        }
    }

    private static void bind(MentionSite site, SyntaxNode pattern, String value) {
        bind(site, pattern, value, 0);
    }

    private static void bind(MentionSite site, SyntaxNode pattern, String value, int level) {
        SyntaxNode name = pattern.child("bound_identifier");
        if (name.isPresent()) {
            site.declare(name.text(), value);
        }
        SyntaxNode cast = pattern.child("name");
        String inner = cast.is("user_type") ? valueOf(site, cast) : Receivers.UNKNOWN;
        for (SyntaxNode child : pattern.children()) {
            if (child.is("pattern") && level < Chains.MAX_TYPE_DEPTH) {
                bind(site, child, inner, level + 1);
            }
        }
    }

    /** {@code case let payment as Payment}, {@code for line in lines}. */
    private static void pattern(MentionSite site) {
        String parent = site.parent();
        if (!parent.equals("pattern") && !parent.endsWith("property_declaration")) {
            bind(site, site.node(), Receivers.UNKNOWN);
        }
    }

    /** {@code if let cart = order.cart}: the name, then its value. */
    private static void conditions(MentionSite site) {
        List<SyntaxNode> parts = site.node().children();
        for (int i = 2; i < parts.size(); i++) {
            if (parts.get(i - 2).is("value_binding_pattern") && parts.get(i - 1).is("simple_identifier")) {
                SyntaxNode name = parts.get(i - 1);
                boolean same = parts.get(i).is("statements", "else", "value_binding_pattern");
                site.declare(name.text(), site.receiver(same ? name : parts.get(i)));
            }
        }
    }

    private static void caught(MentionSite site) {
        if (site.node().child("error").isAbsent()) {
            site.declare("error", Receivers.UNKNOWN);
        }
    }

    private static void call(MentionSite site) {
        SyntaxNode node = site.node();
        SyntaxNode function = Link.Part.first().in(node);
        if (isSubscript(node)) {
            if (function.is("simple_identifier", "navigation_expression")) {
                site.expression(ReferenceKind.VALUE, function, Mention.UNCOUNTED);
            }
        } else if (function.is("prefix_expression")) {
            member(site, ReferenceKind.CALL, function);
        } else {
            site.expression(ReferenceKind.CALL, node, arguments(node.childOfKind("call_suffix")));
        }
    }

    private static int arguments(SyntaxNode suffix) {
        int count = 0;
        for (SyntaxNode child : suffix.children()) {
            count += child.is("value_arguments") ? child.children().size() : child.is("lambda_literal") ? 1 : 0;
        }
        return count;
    }

    private static void member(MentionSite site) {
        SyntaxNode first = site.node().child("target");
        String name = site.node().child("suffix").child("suffix").text();
        if (!site.parent().equals("call_expression") && !name.equals("self")) {
            site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        }
        if (first.is("simple_identifier") && Chains.beginsUpperCase(first.text())) {
            site.expression(ReferenceKind.TYPE, first, Mention.UNCOUNTED);
        }
    }

    /** {@code .closed} of a type that the place tells. */
    private static void implicit(MentionSite site) {
        if (!site.parent().equals("call_expression")) {
            member(site, ReferenceKind.VALUE, site.node());
        }
    }

    private static void member(MentionSite site, ReferenceKind kind, SyntaxNode prefixed) {
        if (prefixed.child("operation").text().equals(".")) {
            site.member(kind, prefixed, prefixed.child("target"));
        }
    }

    /** A name that stands alone, unless it is declared there or belongs to what has a rule of its own. */
    private static void value(MentionSite site) {
        switch (site.parent()) {
            case "identifier",
                    "attribute",
                    "navigation_suffix",
                    "navigation_expression",
                    "call_expression",
                    "value_argument_label",
                    "parameter",
                    "lambda_parameter",
                    "enum_entry",
                    "function_declaration",
                    "protocol_function_declaration",
                    "capture_list_item",
                    "macro_invocation" -> {}
            case "prefix_expression" -> value(site, before(site.node()) != '.');
            case "pattern", "if_statement", "guard_statement", "while_statement" -> inCondition(site);
            default -> value(site, !site.isIn("bound_identifier"));
        }
    }

    private static byte before(SyntaxNode node) {
        return node.startByte() == 0 ? 0 : node.tree().source()[node.startByte() - 1];
    }

    private static void inCondition(MentionSite site) {
        if (before(site.node()) == '.') {
            site.member(ReferenceKind.VALUE, site.node().child(""), site.node());
        } else {
            value(site, !site.isIn("bound_identifier"));
        }
    }

    private static void value(MentionSite site, boolean used) {
        if (used && !site.node().text().startsWith("$")) {
            site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        }
    }
}
