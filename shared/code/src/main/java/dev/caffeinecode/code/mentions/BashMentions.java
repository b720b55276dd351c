package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.mentions.MentionBook.Trait;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How shell scripts refer to things. Functions and variables may have the same names. */
final class BashMentions {
    private static final Pattern COMMAND = Pattern.compile("[A-Za-z_][\\w:.-]*");
    private static final Pattern SCRIPT = Pattern.compile(".*\\.(?:sh|bash|bats|zsh|ksh|py|rb|pl|js|mjs|ts|php)");

    /** What begins a path with the folder of the script, or with one that only running it tells. */
    private static final Pattern FOLDER = Pattern.compile("(?:(?:\\$\\(.*\\)|\\$\\{[^}]*}|\\$\\w+)/)+");

    /** Commands that run another, which is their first argument that is no option. */
    private static final Set<String> PREFIXES =
            Set.of("sudo", "exec", "env", "time", "nohup", "command", "builtin", "xargs", "run", "nice");

    private static final Set<String> INTERPRETERS = Set.of(
            "bash", "sh", "zsh", "dash", "ksh", "python", "python2", "python3", "ruby", "perl", "node", "php", "bats");

    private BashMentions() {}

    static MentionBook book() {
        return MentionBook.separatedBy("\\s")
                .are(Trait.SKIPPED, "comment raw_string regex heredoc_content string_content")
                .are(Trait.BLOCK, "program function_definition")
                .are(Trait.TYPE_NAME, "command_name word")
                .are(
                        Trait.BUILTIN,
                        "echo printf cd test local return exit read shift set unset eval wait export declare typeset",
                        "readonly true false source trap exec command builtin type kill jobs fg bg pwd pushd popd",
                        "umask ulimit alias unalias getopts hash let mapfile readarray shopt break continue time run",
                        "HOME PATH PWD OLDPWD IFS USER SHELL HOSTNAME RANDOM SECONDS LINENO EUID UID PPID OPTARG",
                        "OPTIND REPLY PIPESTATUS FUNCNAME BASH_SOURCE BASH_LINENO BASH_VERSION BASH_VERSINFO",
                        "BASH_REMATCH TMPDIR LANG TERM")
                .chain("variable_name", new Link.Name())
                .on("command", BashMentions::command)
                .on("declaration_command", BashMentions::declaration)
                .on("for_statement", site -> declare(site, site.node().child("variable")))
                .on("variable_assignment", BashMentions::assignment)
                .on("variable_name", BashMentions::variable)
                .build();
    }

    private static void command(MentionSite site) {
        SyntaxNode command = site.node().child("name");
        List<SyntaxNode> arguments = site.node().children("argument");
        String name = command.text();
        if (name.equals("source") || name.equals(".") || (name.equals("load") && isTest(site))) {
            String path = arguments.isEmpty() ? "" : path(arguments.getFirst());
            if (!path.isEmpty()) {
                site.imports(path, Import.ALL, "");
            }
        } else if (name.equals("trap") && !arguments.isEmpty()) {
            trap(site, arguments.getFirst().text().replaceAll("[\"']", ""));
        } else if (name.equals("read")) {
            arguments.forEach(each -> declare(site, each));
        } else {
            run(site, command, arguments);
        }
    }

    private static boolean isTest(MentionSite site) {
        return site.path().endsWith(".bats");
    }

    private static void run(MentionSite site, SyntaxNode command, List<SyntaxNode> arguments) {
        String name = command.text();
        if (COMMAND.matcher(name).matches()) {
            if (INTERPRETERS.contains(name)) {
                script(site, arguments);
            } else if (PREFIXES.contains(name)) {
                prefixed(site, arguments);
            } else {
                site.type(ReferenceKind.CALL, command);
            }
        } else if (name.contains("/")) {
            site.mention(ReferenceKind.MENTION, path(command));
        }
    }

    private static void trap(MentionSite site, String function) {
        if (COMMAND.matcher(function).matches()) {
            site.mention(ReferenceKind.CALL, function);
        }
    }

    /** {@code sudo -E ./install.sh}; {@code command -v git} runs nothing. */
    private static void prefixed(MentionSite site, List<SyntaxNode> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String text = arguments.get(i).text();
            if (text.equals("-v") || text.equals("-V")) {
                return;
            }
            if (!text.startsWith("-") && !text.contains("=")) {
                run(site, arguments.get(i), arguments.subList(i + 1, arguments.size()));
                return;
            }
        }
    }

    private static void script(MentionSite site, List<SyntaxNode> arguments) {
        for (SyntaxNode argument : arguments) {
            String text = argument.text();
            if (text.equals("-c") || text.equals("-e") || text.equals("-m")) {
                return;
            }
            String path = path(argument);
            if (!text.startsWith("-") && SCRIPT.matcher(path).matches()) {
                site.mention(ReferenceKind.MENTION, path);
                return;
            }
        }
    }

    /** Returns a path as far as it is written there: {@code "$(dirname "$0")/cart.sh"} is {@code ./cart.sh}. */
    private static String path(SyntaxNode word) {
        String text = word.text().replaceAll("[\"']", "");
        Matcher folder = FOLDER.matcher(text);
        if (folder.lookingAt()) {
            String before = text.substring(0, folder.end());
            String rest = text.substring(folder.end());
            boolean own = before.contains("dirname") || before.contains("BASH_SOURCE");
            text = own ? "./" + rest : rest;
        }
        return text.contains("$") || text.contains("`") ? "" : text;
    }

    /** Variables that are exported or cannot change are symbols. */
    private static void declaration(MentionSite site) {
        String word = site.node().textBefore(Link.Part.first().in(site.node())).strip();
        if (word.equals("export") || word.equals("readonly")) {
            return;
        }
        for (SyntaxNode part : site.node().children()) {
            declare(site, part.is("variable_assignment") ? part.child("name") : part);
        }
    }

    private static void declare(MentionSite site, SyntaxNode name) {
        if (name.is("variable_name", "word")) {
            site.declare(name.text(), Receivers.UNKNOWN);
        }
    }

    /** What a function assigns is for all, but only what is in capitals is meant for others by custom. */
    private static void assignment(MentionSite site) {
        SyntaxNode name = site.node().child("name");
        if (!name.text().equals(name.text().toUpperCase(Locale.ROOT))) {
            declare(site, name);
        }
    }

    private static void variable(MentionSite site) {
        boolean declared = switch (site.parent()) {
            case "variable_assignment", "declaration_command", "unset_command", "for_statement" -> true;
            default -> site.node().text().matches("\\d.*");
        };
        if (!declared) {
            site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        }
    }
}
