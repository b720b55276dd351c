package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;
import java.util.Set;

/** What Rust imports and declares. */
final class RustBindings {
    private static final int MAX_DEPTH = 50;
    private static final Set<String> WRAPPING = Set.of("Some", "Ok");

    private RustBindings() {}

    static MentionBook.Builder rules(MentionBook.Builder book) {
        return book.on("use_declaration", RustBindings::use)
                .on("mod_item", RustBindings::module)
                .on("extern_crate_declaration", RustBindings::externCrate)
                .on("trait_item", RustBindings::trait)
                .on("type_parameter", RustBindings::typeParameter)
                .on(
                        "const_parameter",
                        site -> site.declare(site.node().child("name").text(), Receivers.UNKNOWN))
                .on("function_item function_signature_item", RustBindings::function)
                .on(
                        "field_declaration",
                        site -> site.defines(site.valueOf(site.node().child("type"))))
                .on("const_item static_item", RustBindings::constant)
                .on("parameter", RustBindings::parameter)
                .on("closure_parameters", RustBindings::closure)
                .on("let_declaration let_condition", RustBindings::let)
                .on("for_expression", RustBindings::loop)
                .on("match_expression", RustBindings::match);
    }

    private static void use(MentionSite site) {
        boolean exported = site.node().childOfKind("visibility_modifier").isPresent();
        use(site, "", site.node().child("argument"), exported, 0);
        site.skip();
    }

    private static void use(MentionSite site, String prefix, SyntaxNode tree, boolean exported, int level) {
        switch (level > MAX_DEPTH ? "" : tree.kind()) {
            case "use_list" -> tree.children().forEach(each -> use(site, prefix, each, exported, level + 1));
            case "scoped_use_list" ->
                use(site, join(prefix, path(tree.child("path"))), tree.child("list"), exported, level + 1);
            case "use_wildcard" -> {
                List<SyntaxNode> of = tree.children();
                String module = of.isEmpty() ? prefix : join(prefix, path(of.getFirst()));
                imports(site, module, Import.ALL, "", exported);
            }
            case "use_as_clause" ->
                imports(
                        site,
                        join(prefix, path(tree.child("path"))),
                        tree.child("alias").text(),
                        exported);
            default -> {
                String path = join(prefix, path(tree));
                imports(site, path, "", exported);
            }
        }
    }

    /** Imports the end of a path; a path that ends with {@code self} is that of a module. */
    private static void imports(MentionSite site, String path, String alias, boolean exported) {
        String whole = path.endsWith("::self") ? path.substring(0, path.length() - "::self".length()) : path;
        int end = whole.lastIndexOf("::");
        String last = end < 0 ? whole : whole.substring(end + 2);
        boolean module = end < 0 || whole.length() < path.length();
        imports(
                site,
                module ? whole : whole.substring(0, end),
                module ? "" : last,
                alias.isEmpty() ? last : alias,
                exported);
    }

    private static void imports(MentionSite site, String module, String name, String alias, boolean exported) {
        if (exported) {
            site.reexports(module, name, alias);
        } else {
            site.imports(module, name, alias);
        }
    }

    private static String path(SyntaxNode path) {
        return path.text().replaceAll("\\s+", "");
    }

    private static String join(String prefix, String path) {
        return prefix.isEmpty() ? path : path.isEmpty() ? prefix : prefix + "::" + path;
    }

    /** {@code mod cart;} makes a file beside this one part of it. */
    private static void module(MentionSite site) {
        if (site.node().child("body").isAbsent()) {
            String name = site.node().child("name").text();
            boolean exported = site.node().childOfKind("visibility_modifier").isPresent();
            imports(site, "self::" + name, "", name, exported);
        }
    }

    private static void externCrate(MentionSite site) {
        String name = site.node().child("name").text();
        String alias = site.node().child("alias").text();
        boolean exported = site.node().childOfKind("visibility_modifier").isPresent();
        imports(site, name, "", alias.isEmpty() ? name : alias, exported);
        site.skip();
    }

    private static void trait(MentionSite site) {
        String self = Receivers.ofType(site.node().child("name").text());
        site.declare("Self", self);
        site.declare("self", self);
    }

    /** A value of a type that is not known is one of what the type is bound to be. */
    private static void typeParameter(MentionSite site) {
        String bound = site.valueOf(site.node().child("bounds"));
        site.declare(site.node().child("name").text(), bound);
    }

    private static void function(MentionSite site) {
        for (SyntaxNode parameter : site.node().child("type_parameters").children()) {
            if (parameter.is("type_parameter")) {
                site.declare(parameter.child("name").text(), site.valueOf(parameter.child("bounds")));
            }
        }
        site.defines(site.valueOf(site.node().child("return_type")));
    }

    private static void constant(MentionSite site) {
        String value = site.valueOf(site.node().child("type"));
        if (!site.defines(value)) {
            site.declare(site.node().child("name").text(), value);
        }
    }

    private static void parameter(MentionSite site) {
        bind(site, site.node().child("pattern"), site.valueOf(site.node().child("type")));
    }

    private static void closure(MentionSite site) {
        site.node().children().forEach(each -> bind(site, each, Receivers.UNKNOWN));
    }

    private static void let(MentionSite site) {
        SyntaxNode type = site.node().child("type");
        String value = type.isPresent()
                ? site.valueOf(type)
                : site.receiver(site.node().child("value"));
        bind(site, site.node().endByte(), site.node().child("pattern"), value, 0);
    }

    private static void loop(MentionSite site) {
        bind(site, site.node().child("pattern"), site.receiver(site.node().child("value")));
    }

    private static void match(MentionSite site) {
        String value = site.receiver(site.node().child("value"));
        for (SyntaxNode arm : site.node().child("body").children()) {
            bind(site, arm.startByte(), arm.child("pattern"), value, 0);
        }
    }

    private static void bind(MentionSite site, SyntaxNode pattern, String value) {
        bind(site, pattern.startByte(), pattern, value, 0);
    }

    private static void bind(MentionSite site, int offset, SyntaxNode pattern, String value, int level) {
        switch (level > MAX_DEPTH ? "" : pattern.kind()) {
            case "identifier", "shorthand_field_identifier" -> {
                if (!RustMentions.startsUpperCase(pattern)) {
                    site.declareFrom(offset, pattern.text(), value);
                }
            }
            case "match_pattern",
                    "mut_pattern",
                    "ref_pattern",
                    "reference_pattern",
                    "or_pattern",
                    "captured_pattern" -> {
                for (SyntaxNode each : pattern.children()) {
                    if (each.isNamed() && !each.is("binary_expression", "call_expression")) {
                        bind(site, offset, each, value, level + 1);
                    }
                }
            }
            case "tuple_struct_pattern" -> {
                boolean wraps = WRAPPING.contains(pattern.child("type").text());
                List<SyntaxNode> parts = pattern.children();
                for (int i = 1; i < parts.size(); i++) {
                    bind(site, offset, parts.get(i), wraps ? value : Receivers.UNKNOWN, level + 1);
                }
            }
            case "struct_pattern" -> {
                for (SyntaxNode field : pattern.children()) {
                    SyntaxNode name = field.child("name");
                    bind(
                            site,
                            offset,
                            field.child("pattern").or(name),
                            Receivers.member(value, name.text()),
                            level + 1);
                }
            }
            case "tuple_pattern", "slice_pattern" ->
                pattern.children().forEach(each -> bind(site, offset, each, Receivers.UNKNOWN, level + 1));
            default -> {}
        }
    }
}
