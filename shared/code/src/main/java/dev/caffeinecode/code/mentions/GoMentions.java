package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.mentions.MentionBook.Trait;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;

/** How Go refers to things. */
final class GoMentions {
    private static final String TYPES =
            "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 "
                    + "int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr";

    private GoMentions() {}

    static MentionBook book() {
        return MentionBook.separatedBy("\\.")
                .are(
                        Trait.SKIPPED,
                        "comment interpreted_string_literal raw_string_literal rune_literal package_clause label_name")
                .are(
                        Trait.BLOCK,
                        "source_file function_declaration method_declaration func_literal function_type method_elem block",
                        "if_statement for_statement expression_switch_statement type_switch_statement select_statement",
                        "expression_case type_case default_case communication_case type_spec type_alias")
                .are(Trait.TYPE_ARGUMENTS, "type_arguments")
                .are(Trait.TYPE_NAME, "type_identifier qualified_type identifier selector_expression")
                .are(Trait.OPAQUE, "function_type interface_type struct_type")
                .are(Trait.WRAPPER, TYPES)
                .are(Trait.BUILTIN, TYPES)
                .are(
                        Trait.BUILTIN,
                        "append cap clear close complex copy delete imag len make max min new panic print println real",
                        "recover _ nil true false iota init")
                .chain("identifier", new Link.Name())
                .chain("selector_expression", new Link.Member("operand", "field"))
                .chain("call_expression", new Link.Call("function"))
                .chain("index_expression slice_expression unary_expression", new Link.Inner("operand"))
                .chain("composite_literal type_assertion_expression type_conversion_expression", new Link.Typed("type"))
                .chain("parenthesized_expression", new Link.Inner(""))
                .on("import_spec", GoMentions::imports)
                .on("type_parameter_declaration", GoMentions::typeParameters)
                .on("parameter_declaration variadic_parameter_declaration", GoMentions::parameters)
                .on("function_declaration method_declaration method_elem", GoMentions::function)
                .on("field_declaration", GoMentions::field)
                .on("type_elem", GoMentions::constraint)
                .on("type_identifier", GoMentions::type)
                .on("qualified_type", GoMentions::qualifiedType)
                .on("var_spec const_spec", GoMentions::variables)
                .on("short_var_declaration receive_statement", GoMentions::shortDeclaration)
                .on("assignment_statement", GoMentions::assignment)
                .on("range_clause", GoMentions::range)
                .on("type_switch_statement", GoMentions::typeSwitch)
                .on("expression_list", GoMentions::declared)
                .on("composite_literal", GoMentions::literal)
                .on("literal_element", GoMentions::key)
                .on("call_expression", GoMentions::call)
                .on("selector_expression", GoMentions::member)
                .on("identifier", GoMentions::value)
                .build();
    }

    /** The name of a package is usually the end of its path; what begins with it is no value. */
    private static void imports(MentionSite site) {
        String path = site.node().child("path").text();
        String module = path.length() < 2 ? path : path.substring(1, path.length() - 1);
        String name = site.node().child("name").text();
        site.imports(module, name.equals(".") ? Import.ALL : "", name);
        String unversioned = module.replaceFirst("[/.]v\\d+$", "");
        String last = name.isEmpty() ? unversioned.substring(unversioned.lastIndexOf('/') + 1) : name;
        site.declare(last, last);
        site.skip();
    }

    private static void typeParameters(MentionSite site) {
        String bound = valueOf(site, site.node().child("type"));
        site.node().children("name").forEach(name -> site.declare(name.text(), bound));
    }

    private static void parameters(MentionSite site) {
        String value = valueOf(site, site.node().child("type"));
        site.node().children("name").forEach(name -> site.declare(name.text(), value));
    }

    private static void function(MentionSite site) {
        SyntaxNode result = site.node().child("result");
        SyntaxNode first = result.is("parameter_list") && !result.children().isEmpty()
                ? result.children().getFirst().child("type")
                : result;
        site.defines(valueOf(site, first));
        for (SyntaxNode receiver : site.node().child("receiver").children()) {
            receiverTypes(site, receiver.child("type"));
        }
    }

    /** {@code func (o *Order[T])} gives names to the arguments of the type. */
    private static void receiverTypes(MentionSite site, SyntaxNode type) {
        SyntaxNode generic = type.is("pointer_type") ? type.childOfKind("generic_type") : type;
        for (SyntaxNode argument : generic.child("type_arguments").children()) {
            site.declare(argument.text(), Receivers.UNKNOWN);
        }
    }

    private static void field(MentionSite site) {
        SyntaxNode type = site.node().child("type");
        if (site.node().child("name").isAbsent()) {
            site.type(ReferenceKind.EXTENDS, type);
            site.skip();
        } else {
            site.defines(valueOf(site, type));
        }
    }

    private static void constraint(MentionSite site) {
        List<SyntaxNode> types = site.node().children();
        if (site.parent().equals("interface_type")
                && types.size() == 1
                && !types.getFirst().is("negated_type")) {
            site.type(ReferenceKind.EXTENDS, types.getFirst());
            site.skip();
        }
    }

    private static void type(MentionSite site) {
        boolean declared = site.parent().equals("type_spec") || site.parent().equals("type_alias");
        if (!isMade(site) && (!declared || !site.field().equals("name"))) {
            site.mention(ReferenceKind.TYPE, site.node().text());
        }
    }

    private static void qualifiedType(MentionSite site) {
        if (!isMade(site)) {
            site.mention(ReferenceKind.TYPE, site.node().text());
        }
        site.skip();
    }

    /** Whether a type is that of a literal, which is a call. */
    private static boolean isMade(MentionSite site) {
        int level = site.parent().equals("generic_type") ? 2 : 1;
        return site.field().equals("type") && site.ancestor(level).equals("composite_literal");
    }

    /** A value of a slice, a map, a channel or a pointer is taken for what it holds. */
    private static String valueOf(MentionSite site, SyntaxNode type) {
        SyntaxNode held = type;
        while (held.is("map_type")) {
            held = held.child("value");
        }
        return site.valueOf(held);
    }

    private static String given(MentionSite site, SyntaxNode value) {
        SyntaxNode function = value.is("call_expression") ? value.child("function") : value.child("no function");
        if (function.is("identifier")
                && (function.text().equals("new") || function.text().equals("make"))) {
            List<SyntaxNode> arguments = value.child("arguments").children();
            return arguments.isEmpty() ? Receivers.UNKNOWN : valueOf(site, arguments.getFirst());
        }
        boolean map = value.is("composite_literal") && value.child("type").is("map_type");
        return map ? valueOf(site, value.child("type")) : site.receiver(value);
    }

    private static String given(MentionSite site, List<SyntaxNode> values, int index, int names) {
        boolean each = values.size() == names || (index == 0 && values.size() == 1);
        return each ? given(site, values.get(index)) : Receivers.UNKNOWN;
    }

    private static void variables(MentionSite site) {
        SyntaxNode type = site.node().child("type");
        List<SyntaxNode> values = site.node().child("value").children();
        List<SyntaxNode> names = site.node().children("name").stream()
                .filter(SyntaxNode::isNamed)
                .toList();
        if (!names.isEmpty() && names.getFirst().text().equals("_") && type.isPresent() && values.size() == 1) {
            String subject = given(site, values.getFirst()).replace(Receivers.CALLED, "");
            if (site.type(subject.substring(subject.indexOf(Receivers.OF) + 1), ReferenceKind.IMPLEMENTS, type)) {
                site.skip();
            }
            return;
        }
        String all = names.size() == 1 ? given(site, values, 0, 1) : Receivers.UNKNOWN;
        boolean symbol = site.defines(type.isPresent() ? valueOf(site, type) : all);
        for (int i = 0; i < names.size() && !symbol; i++) {
            String value = type.isPresent() ? valueOf(site, type) : given(site, values, i, names.size());
            site.declareAfter(names.get(i).text(), value);
        }
    }

    private static void shortDeclaration(MentionSite site) {
        List<SyntaxNode> names = site.node().child("left").children();
        SyntaxNode right = site.node().child("right");
        List<SyntaxNode> values = right.is("expression_list") ? right.children() : List.of(right);
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).is("identifier")) {
                site.declareAfter(names.get(i).text(), given(site, values, i, names.size()));
            }
        }
    }

    private static void assignment(MentionSite site) {
        List<SyntaxNode> names = site.node().child("left").children();
        List<SyntaxNode> values = site.node().child("right").children();
        for (int i = 0; i < names.size() && site.node().child("operator").text().equals("="); i++) {
            if (names.get(i).is("identifier")) {
                site.assign(names.get(i).text(), given(site, values, i, names.size()));
            }
        }
    }

    private static void range(MentionSite site) {
        List<SyntaxNode> names = site.node().child("left").children();
        for (int i = 0; i < names.size(); i++) {
            site.declare(names.get(i).text(), i == 1 ? site.receiver(site.node().child("right")) : Receivers.UNKNOWN);
        }
    }

    private static void typeSwitch(MentionSite site) {
        SyntaxNode alias = site.node().child("alias");
        for (SyntaxNode each : alias.isPresent() ? site.node().children() : List.<SyntaxNode>of()) {
            List<SyntaxNode> types = each.children("type");
            String value = types.size() == 1 ? valueOf(site, types.getFirst()) : Receivers.UNKNOWN;
            if (each.is("type_case", "default_case")) {
                site.declareFrom(each.startByte(), alias.text(), value);
            }
        }
    }

    /** Names on the left of {@code :=} are declared, not used. */
    private static void declared(MentionSite site) {
        boolean declares = switch (site.parent()) {
            case "short_var_declaration", "receive_statement", "range_clause" ->
                site.field().equals("left");
            default -> site.field().equals("alias");
        };
        if (declares) {
            site.skip();
        }
    }

    /** The keys of maps and arrays are values, those of structs are fields. */
    private static void literal(MentionSite site) {
        SyntaxNode type = site.node().child("type");
        boolean struct = type.is("type_identifier", "qualified_type", "generic_type");
        site.type(struct ? ReferenceKind.CALL : ReferenceKind.TYPE, struct ? type : type.child("no type"));
        for (SyntaxNode element : site.node().child("body").children()) {
            SyntaxNode key = element.is("keyed_element") ? element.child("key") : element.child("no key");
            SyntaxNode name = key.childOfKind("identifier");
            if (name.isPresent() && struct) {
                site.member(ReferenceKind.VALUE, site.node(), name);
            } else if (name.isPresent()) {
                site.expression(ReferenceKind.VALUE, name, Mention.UNCOUNTED);
            }
        }
    }

    private static void key(MentionSite site) {
        if (site.parent().equals("keyed_element")
                && site.field().equals("key")
                && site.node().childOfKind("identifier").isPresent()) {
            site.skip();
        }
    }

    private static void call(MentionSite site) {
        SyntaxNode function = site.node().child("function");
        if (function.is("index_expression")) {
            function = function.child("operand");
        }
        if (function.is("identifier", "selector_expression")) {
            site.expression(ReferenceKind.CALL, function, count(site.node().child("arguments")));
        }
    }

    private static int count(SyntaxNode arguments) {
        int count = 0;
        for (SyntaxNode argument : arguments.children()) {
            if (argument.is("variadic_argument")) {
                return Mention.UNCOUNTED;
            }
            count += argument.is("comment") ? 0 : 1;
        }
        return count;
    }

    private static void member(MentionSite site) {
        boolean called = site.field().equals("function") || isGenericCall(site);
        if (!called) {
            site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        }
    }

    /** A name that no other rule handles as that of a declaration or a call. */
    private static void value(MentionSite site) {
        switch (site.parent()) {
            case "call_expression" -> valueUnless(site, "function");
            case "index_expression" -> {
                if (!isGenericCall(site)) {
                    valueUnless(site, "no field");
                } else if (site.field().equals("index")) {
                    site.mention(ReferenceKind.TYPE, site.node().text());
                }
            }
            case "function_declaration", "var_spec", "const_spec" -> valueUnless(site, "name");
            case "parameter_declaration", "variadic_parameter_declaration", "type_parameter_declaration", "ERROR" -> {}
            default -> valueUnless(site, "no field");
        }
    }

    /** Whether the node is in {@code Convert[Line]} of {@code Convert[Line](order)}, which is written as an index. */
    private static boolean isGenericCall(MentionSite site) {
        return site.parent().equals("index_expression") && site.ancestor(2).equals("call_expression");
    }

    private static void valueUnless(MentionSite site, String field) {
        if (!site.field().equals(field)) {
            site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        }
    }
}
