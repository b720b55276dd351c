package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.treesitter.SyntaxNode;

/** What JavaScript and TypeScript import, export and declare. */
final class ScriptBindings {
    private static final String DEFAULT = "default";
    private static final int MAX_DEPTH = 50;

    private ScriptBindings() {}

    static MentionBook.Builder rules(MentionBook.Builder book) {
        return book.on("import_statement", ScriptBindings::imports)
                .on("export_statement", ScriptBindings::exports)
                .on("variable_declarator", ScriptBindings::variable)
                .on("assignment_expression", ScriptBindings::assignment)
                .on("public_field_definition field_definition", ScriptBindings::field)
                .on(
                        "property_signature",
                        site -> site.defines(site.valueOf(site.node().child("type"))))
                .on("method_definition method_signature abstract_method_signature", ScriptBindings::function)
                .on("function_declaration function_signature generator_function_declaration", ScriptBindings::function)
                .on("pair", ScriptBindings::pair)
                .on("formal_parameters", ScriptBindings::parameters)
                .on("arrow_function", site -> declare(site, site.node().child("parameter"), Receivers.UNKNOWN))
                .on("catch_clause", site -> declare(site, site.node().child("parameter"), Receivers.UNKNOWN))
                .on("for_in_statement", ScriptBindings::loop)
                .on("type_parameter", ScriptBindings::typeParameter)
                .on(
                        "infer_type",
                        site -> site.node().children().forEach(name -> site.declare(name.text(), Receivers.UNKNOWN)));
    }

    private static void imports(MentionSite site) {
        String module = unquoted(site.node().child("source"));
        SyntaxNode clause = site.node().childOfKind("import_clause");
        SyntaxNode required = site.node().childOfKind("import_require_clause");
        if (required.isPresent()) {
            site.imports(
                    unquoted(required.child("source")),
                    "",
                    required.childOfKind("identifier").text());
        } else if (clause.isAbsent()) {
            site.imports(module, "", "");
        }
        for (SyntaxNode part : clause.children()) {
            switch (part.kind()) {
                case "identifier" -> site.imports(module, DEFAULT, part.text());
                case "namespace_import" ->
                    site.imports(module, "", part.childOfKind("identifier").text());
                default -> {
                    for (SyntaxNode each : part.children()) {
                        SyntaxNode name = each.child("name");
                        site.imports(
                                module,
                                unquoted(name),
                                each.child("alias").or(name).text());
                    }
                }
            }
        }
        site.skip();
    }

    private static void exports(MentionSite site) {
        SyntaxNode source = site.node().child("source");
        SyntaxNode clause = site.node().childOfKind("export_clause");
        if (source.isAbsent()) {
            ownExports(site, clause);
            return;
        }
        SyntaxNode namespace = site.node().childOfKind("namespace_export");
        String module = unquoted(source);
        if (namespace.isPresent()) {
            site.reexports(module, "", namespace.childOfKind("identifier").text());
        } else if (clause.isAbsent()) {
            site.reexports(module, Import.ALL, "");
        }
        for (SyntaxNode each : clause.children()) {
            SyntaxNode name = each.child("name");
            site.reexports(module, unquoted(name), unquoted(each.child("alias").or(name)));
        }
        site.skip();
    }

    /** What a file exports under another name than its own is taken by that name from the file itself. */
    private static void ownExports(MentionSite site, SyntaxNode clause) {
        for (SyntaxNode each : clause.children()) {
            SyntaxNode alias = each.child("alias");
            if (alias.isPresent()) {
                site.reexports("", unquoted(each.child("name")), unquoted(alias));
            }
        }
        SyntaxNode value = site.node().child("value").or(site.node().childOfKind("identifier"));
        SyntaxNode declared = site.node().child("declaration").child("name");
        if (value.is("identifier")) {
            site.reexports("", value.text(), DEFAULT);
        } else if (declared.isPresent()
                && site.node().textBefore(site.node().child("declaration")).contains("export default")) {
            site.reexports("", declared.text(), DEFAULT);
        }
    }

    /** {@code require} or {@code import} called; what is declared with it is handled there. */
    static void importCall(MentionSite site) {
        boolean declared = site.parent().equals("variable_declarator")
                || (site.ancestor(2).equals("variable_declarator")
                        && (site.parent().equals("await_expression")
                                || site.parent().equals("member_expression")));
        SyntaxNode module = ScriptMentions.firstString(site.node().child("arguments"));
        if (!declared && module.isPresent()) {
            site.imports(unquoted(module), "", "");
        }
    }

    private static SyntaxNode required(SyntaxNode value) {
        SyntaxNode call = value.is("await_expression") ? value.childOfKind("call_expression") : value;
        return ScriptMentions.firstString(call.child(isImport(call) ? "arguments" : "no arguments"));
    }

    static boolean isImport(SyntaxNode call) {
        SyntaxNode function = call.child("function");
        return function.is("import")
                || (function.is("identifier") && function.text().equals("require"));
    }

    private static void variable(MentionSite site) {
        SyntaxNode name = site.node().child("name");
        SyntaxNode value = site.node().child("value");
        SyntaxNode member = value.is("member_expression") ? value.child("property") : value.child("no member");
        SyntaxNode module = required(member.isPresent() ? value.child("object") : value);
        if (module.isPresent()) {
            require(site, unquoted(module), name, member);
            return;
        }
        SyntaxNode type = site.node().child("type");
        boolean function = value.is("arrow_function", "function_expression");
        String held = function
                ? site.valueOf(value.child("return_type"))
                : type.isPresent() ? site.valueOf(type) : given(site, value);
        if (!site.defines(held)) {
            declare(site, name, function ? Receivers.UNKNOWN : held);
        }
    }

    private static void require(MentionSite site, String module, SyntaxNode name, SyntaxNode member) {
        if (!name.is("object_pattern")) {
            site.imports(module, member.isPresent() ? member.text() : "", name.text());
            return;
        }
        for (SyntaxNode each : name.children()) {
            SyntaxNode own = each.child("key").or(each.child("left")).or(each);
            site.imports(module, own.text(), each.child("value").or(own).text());
        }
    }

    /** Returns what an expression gives, also one with a default: {@code given || new Cart()}. */
    private static String given(MentionSite site, SyntaxNode value) {
        String operator =
                value.is("binary_expression") ? value.child("operator").text() : "";
        if (!operator.equals("||") && !operator.equals("??")) {
            return site.receiver(value);
        }
        String second = site.receiver(value.child("right"));
        return second.equals(Receivers.UNKNOWN) ? site.receiver(value.child("left")) : second;
    }

    private static void assignment(MentionSite site) {
        SyntaxNode left = site.node().child("left");
        SyntaxNode right = site.node().child("right");
        if (left.is("identifier")) {
            site.assign(left.text(), given(site, right));
            return;
        }
        if (!left.is("member_expression")) {
            return;
        }
        if (left.child("object").is("this")) {
            site.declareMember(left.child("property").text(), given(site, right));
        } else if (right.is("identifier") && left.text().equals("module.exports")) {
            site.reexports("", right.text(), DEFAULT);
        }
        boolean function = right.is("arrow_function", "function_expression");
        site.defines(function ? site.valueOf(right.child("return_type")) : site.receiver(right));
    }

    private static void field(MentionSite site) {
        SyntaxNode type = site.node().child("type");
        SyntaxNode value = site.node().child("value");
        boolean function = value.is("arrow_function", "function_expression");
        String held = function
                ? site.valueOf(value.child("return_type"))
                : type.isPresent() ? site.valueOf(type) : given(site, value);
        site.defines(held);
        if (!function) {
            site.declareMember(
                    site.node().child("name").or(site.node().child("property")).text(), held);
        }
    }

    private static void function(MentionSite site) {
        site.defines(site.valueOf(site.node().child("return_type")));
    }

    private static void pair(MentionSite site) {
        SyntaxNode value = site.node().child("value");
        if (value.is("arrow_function", "function_expression")) {
            site.defines(site.valueOf(value.child("return_type")));
        }
    }

    private static void typeParameter(MentionSite site) {
        String bound = site.valueOf(site.node().child("constraint"));
        site.declare(site.node().child("name").text(), bound);
    }

    private static void parameters(MentionSite site) {
        for (SyntaxNode parameter : site.node().children()) {
            SyntaxNode pattern = parameter.child("pattern");
            String value = site.valueOf(parameter.child("type"));
            declare(site, pattern.or(parameter), value);
            boolean field = parameter.childOfKind("accessibility_modifier").isPresent()
                    || (pattern.isPresent() && parameter.textBefore(pattern).contains("readonly"));
            if (field) {
                site.declareMember(pattern.text(), value);
            }
        }
    }

    private static void loop(MentionSite site) {
        boolean values = site.node().child("operator").text().equals("of");
        SyntaxNode left = site.node().child("left");
        if (site.node().child("kind").isPresent()) {
            declare(site, left, values ? site.receiver(site.node().child("right")) : Receivers.UNKNOWN);
        }
    }

    private static void declare(MentionSite site, SyntaxNode pattern, String value) {
        declare(site, pattern, value, 0);
    }

    private static void declare(MentionSite site, SyntaxNode pattern, String value, int level) {
        switch (level > MAX_DEPTH ? "" : pattern.kind()) {
            case "identifier", "shorthand_property_identifier_pattern" -> site.declare(pattern.text(), value);
            case "assignment_pattern", "object_assignment_pattern" ->
                declare(site, pattern.child("left"), value, level + 1);
            case "rest_pattern", "array_pattern" ->
                pattern.children().forEach(each -> declare(site, each, Receivers.UNKNOWN, level + 1));
            case "object_pattern" -> {
                for (SyntaxNode each : pattern.children()) {
                    SyntaxNode name = each.child("key").or(each.child("left")).or(each);
                    declare(site, each.child("value").or(each), Receivers.member(value, name.text()), level + 1);
                }
            }
            default -> {}
        }
    }

    private static String unquoted(SyntaxNode string) {
        String text = string.text();
        boolean quoted = text.length() > 1 && "'\"`".indexOf(text.charAt(0)) >= 0;
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
