package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;

/** What Ruby files load others with. */
final class RubyImports {
    private RubyImports() {}

    static void note(MentionSite site, String method, List<SyntaxNode> arguments) {
        if (arguments.isEmpty()) {
            return;
        }
        String first = plain(arguments.getFirst());
        switch (method) {
            case "require", "load" -> imports(site, first, "");
            case "require_relative" ->
                imports(site, first.startsWith(".") || first.isEmpty() ? first : "./" + first, "");
            case "autoload" -> {
                String name = arguments.getFirst().text();
                boolean symbol = arguments.getFirst().is("simple_symbol") && name.length() > 1;
                imports(site, symbol ? plain(arguments.getLast()) : "", symbol ? name.substring(1) : "");
            }
            default -> {}
        }
    }

    private static void imports(MentionSite site, String module, String name) {
        if (!module.isEmpty()) {
            site.imports(module, name, name);
        }
    }

    /** Returns what a string says; empty if that is known at run time only. */
    private static String plain(SyntaxNode string) {
        List<SyntaxNode> parts = string.is("string") ? string.children() : List.of();
        return parts.size() == 1 && parts.getFirst().is("string_content")
                ? parts.getFirst().text()
                : "";
    }
}
