package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.CommandPurpose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the commands that READMEs show in blocks of code, in Markdown (CommonMark) or reStructuredText. */
final class ReadmeFacts {
    private static final Pattern FENCE = Pattern.compile("^ {0,9}(`{3,}|~{3,})\\s*\\{?\\.?([\\w+-]*).*$");
    private static final Pattern RST_BLOCK =
            Pattern.compile("^(\\s*)\\.\\.\\s+(?:code-block|code|sourcecode|prompt)::\\s*(\\w*).*$");
    private static final Pattern SHELL = Pattern.compile(
            "(?i)(?:sh|bash|shell|console|zsh|shell-session|shellsession|terminal|cmd|powershell|text|)");
    private static final Pattern PROMPT = Pattern.compile("^\\s*(?:\\([\\w.-]+\\)\\s*)?[$>%]\\s+(.*)$");

    private ReadmeFacts() {}

    static Facts read(FactFile file) {
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            Matcher block = RST_BLOCK.matcher(lines.get(i));
            if (fence.matches()) {
                int end = fenceEnd(lines, i + 1, Match.group(fence, 1));
                block(file, lines, i + 1, end, Match.group(fence, 2));
                i = end;
            } else if (block.matches()) {
                int end = indentedEnd(lines, i + 1, Match.group(block, 1).length());
                block(file, lines, i + 1, end, Match.group(block, 2));
                i = end - 1;
            }
        }
        return file.facts();
    }

    private static int fenceEnd(List<String> lines, int from, String fence) {
        int end = from;
        while (end < lines.size() && !lines.get(end).strip().startsWith(fence)) {
            end++;
        }
        return end;
    }

    private static int indentedEnd(List<String> lines, int from, int indentation) {
        int end = from;
        while (end < lines.size()
                && (lines.get(end).isBlank()
                        || lines.get(end).length()
                                        - lines.get(end).stripLeading().length()
                                > indentation)) {
            end++;
        }
        return end;
    }

    /** Reads lines of a block; if some have a prompt, the others are what the commands print. */
    private static void block(FactFile file, List<String> lines, int from, int to, String language) {
        if (!SHELL.matcher(language).matches() || from >= to) {
            return;
        }
        List<String> block = new ArrayList<>(lines.subList(from, to));
        boolean prompted = block.stream().anyMatch(line -> PROMPT.matcher(line).matches());
        if (prompted) {
            block.replaceAll(line -> Match.first(PROMPT, line).orElse(""));
        }
        for (Shell.Line command : Shell.commands(block, from + 1)) {
            CommandPurposes.of(command.text()).ifPresent(purpose -> add(file, purpose, command));
        }
    }

    private static void add(FactFile file, CommandPurpose purpose, Shell.Line command) {
        file.command(purpose, null, command.text(), command.first(), command.last());
    }
}
