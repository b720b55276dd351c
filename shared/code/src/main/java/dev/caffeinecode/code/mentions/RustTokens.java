package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** What Rust says in the arguments of attributes and macros, which have no grammar. */
final class RustTokens {
    private static final Set<String> BUILTINS = Set.of(
            ("allow warn deny forbid expect cfg cfg_attr inline cold must_use doc deprecated test ignore should_panic derive "
                            + "repr non_exhaustive track_caller no_mangle export_name link link_name path macro_use "
                            + "macro_export global_allocator target_feature automatically_derived default")
                    .split(" "));
    private static final int MAX_DEPTH = 20;

    private RustTokens() {}

    static void attribute(MentionSite site) {
        SyntaxNode attribute = site.node().childOfKind("attribute");
        List<SyntaxNode> parts = attribute.children();
        if (!parts.isEmpty()) {
            String name = parts.getFirst().text();
            if (name.equals("derive")) {
                derive(site, attribute.child("arguments").text());
            } else if (!BUILTINS.contains(name)) {
                site.mention(ReferenceKind.CALL, name);
            }
        }
        site.skip();
    }

    private static void derive(MentionSite site, String arguments) {
        for (String trait : arguments.split("[(),\\s]+")) {
            if (!trait.isEmpty()) {
                site.mention(ReferenceKind.IMPLEMENTS, trait);
            }
        }
    }

    static void macro(MentionSite site) {
        SyntaxNode macro = site.node().child("macro");
        site.expression(ReferenceKind.CALL, macro, Mention.UNCOUNTED);
        tokens(site, site.node().childOfKind("token_tree"), 0);
        site.skip();
    }

    /** Finds calls and members by what stands between the names. */
    private static void tokens(MentionSite site, SyntaxNode tree, int level) {
        if (level > MAX_DEPTH) {
            return;
        }
        List<SyntaxNode> tokens = tree.children();
        String receiver = "";
        for (int i = 0; i < tokens.size(); i++) {
            SyntaxNode token = tokens.get(i);
            String after = i + 1 < tokens.size() ? between(token, tokens.get(i + 1)) : "";
            boolean linked = after.equals(".") || after.equals("::") || after.equals("?.");
            switch (token.kind()) {
                case "token_tree" -> tokens(site, token, level + 1);
                case "identifier", "self", "super", "crate" -> {
                    boolean called = i + 1 < tokens.size() && after.isEmpty() && isArguments(tokens.get(i + 1));
                    boolean macro = after.equals("!") && tokens.get(i + 1).is("token_tree");
                    name(site, receiver, token, called || macro ? ReferenceKind.CALL : ReferenceKind.VALUE, after);
                    receiver = receiver.isEmpty() ? site.receiver(token) : Receivers.member(receiver, token.text());
                    if (called) {
                        receiver = receiver.equals(Receivers.UNKNOWN) ? receiver : receiver + Receivers.CALLED;
                        linked = true;
                    }
                }
                default -> {}
            }
            receiver = linked ? receiver : "";
        }
    }

    private static void name(MentionSite site, String receiver, SyntaxNode token, ReferenceKind kind, String after) {
        boolean label = (after.startsWith("=") && !after.startsWith("==")) || after.equals(":");
        if (!receiver.isEmpty()) {
            site.member(kind, receiver, token);
        } else if (kind == ReferenceKind.CALL) {
            site.expression(kind, token, Mention.UNCOUNTED);
        } else if (!label && RustMentions.startsUpperCase(token)) {
            site.value(token);
        }
    }

    private static boolean isArguments(SyntaxNode tree) {
        return tree.is("token_tree") && tree.text().startsWith("(");
    }

    private static String between(SyntaxNode token, SyntaxNode next) {
        byte[] source = token.tree().source();
        int from = token.endByte();
        int length = Math.min(4, next.startByte() - from);
        return length <= 0 ? "" : new String(source, from, length, StandardCharsets.UTF_8).strip();
    }
}
