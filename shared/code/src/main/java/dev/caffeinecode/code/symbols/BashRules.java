package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.treesitter.Grammar;
import dev.caffeinecode.code.treesitter.SyntaxNode;

/** What defines a symbol in shell scripts. */
final class BashRules {
    private BashRules() {}

    static RuleBook book() {
        return RuleBook.of(Grammar.BASH)
                .comments(CommentStyle.ANY, "comment")
                .opaque("string raw_string heredoc_body command_substitution array")
                .on(
                        "function_definition",
                        site -> site.define(
                                SymbolKind.FUNCTION, site.node().child("name").text()))
                .on("declaration_command", BashRules::declaration)
                .build();
    }

    /** What is exported or made read-only is meant for others; other variables are nobody's business. */
    private static void declaration(Site site) {
        String text = site.node().text();
        boolean constant = text.startsWith("readonly ") || text.matches("(?:declare|typeset) -\\w*r[\\s\\S]*");
        if (site.inFunction() || !(constant || text.startsWith("export "))) {
            return;
        }
        for (SyntaxNode assignment : site.node().children()) {
            if (assignment.is("variable_assignment")) {
                site.define(
                                constant ? SymbolKind.CONSTANT : SymbolKind.VARIABLE,
                                assignment.child("name").text())
                        .leaf();
            }
        }
    }
}
