package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;

/** What Python imports and declares. */
final class PythonBindings {
    private static final int MAX_DEPTH = 50;

    private PythonBindings() {}

    static MentionBook.Builder rules(MentionBook.Builder book) {
        return book.on("import_statement", PythonBindings::modules)
                .on("import_from_statement", PythonBindings::names)
                .on("parameters lambda_parameters", PythonBindings::parameters)
                .on("dotted_name", PythonBindings::pattern)
                .on("assignment", PythonBindings::assignment)
                .on(
                        "named_expression",
                        site -> bind(
                                site, site.node().child("name"), site.node().child("value")))
                .on(
                        "for_statement",
                        site -> bind(
                                site, site.node().child("left"), site.node().child("right")))
                .on("list_comprehension set_comprehension", PythonBindings::comprehension)
                .on("dictionary_comprehension generator_expression", PythonBindings::comprehension)
                .on("as_pattern", PythonBindings::alias)
                .on(
                        "splat_pattern",
                        site -> site.node().children().forEach(each -> bind(site, each, Receivers.UNKNOWN)));
    }

    private static void modules(MentionSite site) {
        for (SyntaxNode name : site.node().children("name")) {
            String module = imported(name);
            int dot = module.indexOf('.');
            String own = dot < 0 ? module : module.substring(0, dot);
            imports(
                    site,
                    module,
                    "",
                    name.is("aliased_import") ? name.child("alias").text() : own);
        }
        site.skip();
    }

    private static void names(MentionSite site) {
        String module = site.node().child("module_name").text().replaceAll("\\s+", "");
        for (SyntaxNode name : site.node().children("name")) {
            String own = imported(name);
            imports(
                    site,
                    module,
                    own,
                    name.is("aliased_import") ? name.child("alias").text() : own);
        }
        if (site.node().childOfKind("wildcard_import").isPresent()) {
            imports(site, module, Import.ALL, "");
        }
        site.skip();
    }

    private static String imported(SyntaxNode name) {
        SyntaxNode own = name.is("aliased_import") ? name.child("name") : name;
        return own.text().replaceAll("\\s+", "");
    }

    /** What a module imports can be imported from it. */
    private static void imports(MentionSite site, String module, String name, String alias) {
        int level = 1;
        while (!site.ancestor(level).isEmpty()) {
            if (site.ancestor(level++).equals("function_definition")) {
                site.imports(module, name, alias);
                return;
            }
        }
        site.reexports(module, name, alias);
    }

    private static void parameters(MentionSite site) {
        for (SyntaxNode parameter : site.node().children()) {
            SyntaxNode name = parameter.is("identifier") ? parameter : parameter.child("name");
            String text = name.or(
                            parameter.children().isEmpty()
                                    ? name
                                    : parameter.children().getFirst())
                    .text();
            boolean self = parameter.is("identifier") && (text.equals("self") || text.equals("cls"));
            boolean rest = text.startsWith("*");
            site.declare(
                    rest ? text.replace("*", "") : text,
                    self
                            ? Receivers.SELF
                            : rest ? Receivers.UNKNOWN : PythonMentions.valueOf(site, parameter.child("type")));
        }
    }

    /** A name in {@code case}: of a class, of a value if it is qualified, else of what is bound. */
    private static void pattern(MentionSite site) {
        String name = site.node().text();
        if (site.parent().equals("class_pattern")) {
            site.mention(ReferenceKind.TYPE, name);
        } else if (name.indexOf('.') >= 0) {
            site.mention(ReferenceKind.VALUE, name);
            site.node().children().stream().limit(1).forEach(site::value);
        } else {
            site.declare(name, Receivers.UNKNOWN);
        }
    }

    private static void assignment(MentionSite site) {
        SyntaxNode left = site.node().child("left");
        SyntaxNode type = site.node().child("type");
        SyntaxNode right = site.node().child("right");
        String value = type.isPresent() ? PythonMentions.valueOf(site, type) : site.receiver(right);
        if (left.is("attribute") && left.child("object").text().equals("self")) {
            site.declareMember(left.child("attribute").text(), value);
        } else if (!site.defines(value)) {
            if (!left.is("identifier")) {
                bind(site, left, value);
            } else if (!site.assign(left.text(), value)) {
                site.declareAfter(left.text(), value);
            }
        } else if (site.ancestor(3).equals("class_definition")) {
            site.declareMember(left.text(), value);
        }
    }

    private static void comprehension(MentionSite site) {
        for (SyntaxNode clause : site.node().children()) {
            if (clause.is("for_in_clause")) {
                bind(site, clause.child("left"), clause.child("right"));
            }
        }
    }

    private static void bind(MentionSite site, SyntaxNode target, SyntaxNode value) {
        List<SyntaxNode> targets = target.is("pattern_list") ? target.children() : List.of();
        if (targets.size() == 2 && value.child("function").text().equals("enumerate")) {
            bind(site, targets.getFirst(), Receivers.UNKNOWN);
            value.child("arguments").children().stream()
                    .limit(1)
                    .forEach(items -> bind(site, targets.getLast(), items));
            return;
        }
        bind(site, target, site.receiver(value));
    }

    private static void bind(MentionSite site, SyntaxNode target, String value) {
        bind(site, target, value, 0);
    }

    private static void bind(MentionSite site, SyntaxNode target, String value, int level) {
        if (target.is("identifier")) {
            site.declare(target.text(), value);
        } else if (level < MAX_DEPTH
                && target.is("pattern_list", "tuple_pattern", "list_pattern", "list_splat_pattern")) {
            target.children().forEach(each -> bind(site, each, Receivers.UNKNOWN, level + 1));
        }
    }

    /** What {@code as} binds: in {@code with} the value, in {@code except} one of the class, in {@code case} of the type. */
    private static void alias(MentionSite site) {
        List<SyntaxNode> parts = site.node().children();
        if (parts.size() != 2) {
            return;
        }
        SyntaxNode first = parts.getFirst();
        SyntaxNode target = parts.getLast();
        if (target.is("identifier")) {
            SyntaxNode pattern = first;
            while (pattern.is("case_pattern", "keyword_pattern")
                    && !pattern.children().isEmpty()) {
                pattern = pattern.children().getLast();
            }
            site.declare(target.text(), pattern.is("class_pattern") ? site.valueOf(pattern) : Receivers.UNKNOWN);
            return;
        }
        switch (site.parent()) {
            case "except_clause", "except_group_clause" -> {
                boolean one = first.is("identifier", "attribute");
                target.children().forEach(each -> bind(site, each, one ? site.valueOf(first) : Receivers.UNKNOWN));
            }
            default -> target.children().forEach(each -> bind(site, each, first));
        }
    }
}
