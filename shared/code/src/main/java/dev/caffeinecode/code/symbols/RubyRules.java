package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.treesitter.Grammar;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.Map;
import java.util.Set;

/** What defines a symbol in Ruby. */
final class RubyRules {
    private static final Set<String> ATTRIBUTES = Set.of("attr_accessor", "attr_reader", "attr_writer");
    private static final Set<String> TYPE_MAKERS = Set.of("Struct.new", "Class.new", "Data.define");

    private static final Map<String, Visibility> MODIFIERS = Map.of(
            "public", Visibility.PUBLIC,
            "module_function", Visibility.PUBLIC,
            "protected", Visibility.PROTECTED,
            "private", Visibility.PRIVATE);

    private RubyRules() {}

    static RuleBook book() {
        return RuleBook.of(Grammar.RUBY)
                .separator("::")
                .comments(CommentStyle.ANY, "comment")
                .boundaries("lambda")
                .opaque("string heredoc_body array hash")
                .on("module", site -> type(site, SymbolKind.MODULE))
                .on("class", site -> type(site, SymbolKind.CLASS))
                .on("method", RubyRules::method)
                .on("singleton_method", RubyRules::method)
                .on(
                        "alias",
                        site -> alias(
                                site, site.node().child("name"), site.node().text()))
                .on("assignment", RubyRules::constant)
                .on("call", RubyRules::call)
                .on("identifier", RubyRules::modifier)
                .on("singleton_class", site -> site.inside(Visibility.PUBLIC))
                .on("if", RubyRules::mainGuard)
                .build();
    }

    private static void type(Site site, SymbolKind kind) {
        SyntaxNode name = site.node().child("name");
        String head = headUntil(site.node(), site.node().child("superclass").or(name));
        String path = name.text().replaceFirst("^::", "");
        int last = path.lastIndexOf("::");
        Draft draft = site.define(kind, last < 0 ? path : path.substring(last + 2));
        draft.signature(head).members(Visibility.PUBLIC);
        if (last > 0) {
            draft.owner(path.substring(0, last), "::");
        }
    }

    private static String headUntil(SyntaxNode node, SyntaxNode last) {
        return Signatures.tidy(node.textBefore(last) + last.text(), false);
    }

    private static void method(Site site) {
        SyntaxNode node = site.node();
        SyntaxNode name = node.child("name");
        boolean member = site.inType()
                || site.enclosing().filter(SymbolKind.MODULE::equals).isPresent();
        boolean constructor = member && name.text().equals("initialize");
        SymbolKind kind = member ? SymbolKind.METHOD : SymbolKind.FUNCTION;
        site.define(constructor ? SymbolKind.CONSTRUCTOR : kind, name.text())
                .signature(headUntil(node, node.child("parameters").or(name)))
                .visibility(site.node().is("singleton_method") ? Visibility.PUBLIC : members(site));
    }

    /** {@code alias total sum}, {@code alias_method :total, :sum}: another name for a method. */
    private static void alias(Site site, SyntaxNode name, String signature) {
        String bare = name.text().replaceFirst("^:", "");
        if (site.inFunction() || site.enclosing().isEmpty() || bare.isEmpty() || bare.startsWith("$")) {
            return;
        }
        site.define(SymbolKind.METHOD, bare, name).visibility(members(site)).signature(signature);
    }

    private static void constant(Site site) {
        SyntaxNode left = site.node().child("left");
        SyntaxNode right = site.node().child("right");
        if (site.inFunction() || !left.is("constant")) {
            return;
        }
        String maker =
                right.child("receiver").text() + "." + right.child("method").text();
        boolean type = TYPE_MAKERS.contains(maker);
        site.define(type ? SymbolKind.CLASS : SymbolKind.CONSTANT, left.text()).before(right.child("block"));
    }

    private static void call(Site site) {
        String name = site.node().child("method").text();
        if (MODIFIERS.containsKey(name)) {
            site.inside(MODIFIERS.get(name)); // private def secret
            return;
        }
        if (site.inFunction() || site.enclosing().isEmpty()) {
            return;
        }
        SyntaxNode aliased = site.node().child("arguments").childOfKind("simple_symbol");
        if (name.equals("alias_method") && aliased.isPresent()) {
            alias(site, aliased, site.node().text());
        }
        if (!ATTRIBUTES.contains(name)) {
            return;
        }
        for (SyntaxNode argument : site.node().child("arguments").children()) {
            if (argument.is("simple_symbol")) {
                site.define(SymbolKind.PROPERTY, argument.text().replaceFirst("^:", ""), argument)
                        .visibility(members(site))
                        .signature(name + " " + argument.text());
            }
        }
    }

    /** {@code private} on its own changes what follows it. */
    private static void modifier(Site site) {
        if (!site.ancestor(1).equals("body_statement") || site.inFunction()) {
            return;
        }
        Visibility visibility = MODIFIERS.get(site.node().text());
        if (visibility != null) {
            site.members(visibility);
        }
    }

    private static Visibility members(Site site) {
        return site.members().orElse(Visibility.PUBLIC);
    }

    private static void mainGuard(Site site) {
        String condition = site.node().child("condition").text();
        if (condition.contains("__FILE__") && (condition.contains("$0") || condition.contains("PROGRAM_NAME"))) {
            site.entryPoint(EntryPointKind.SCRIPT, site.path());
        }
    }
}
