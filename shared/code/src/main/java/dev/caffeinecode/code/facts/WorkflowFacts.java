package dev.caffeinecode.code.facts;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the commands of CI workflows. It goes by lines and indentation and knows of YAML only what workflows use: keys,
 * lists, block scalars. Anchors are not followed.
 */
final class WorkflowFacts {
    private static final Pattern KEY = Pattern.compile(
            "^(\\s*(?:-\\s+)?)(run|(?:\\w+_)?script|(?:before_)?install|commands?|cmds?|bash|pwsh)\\s*:\\s*(.*)$");
    private static final Pattern NAME =
            Pattern.compile("^\\s*(?:-\\s+)?name\\s*:\\s*[\"']?([^\"'#]+?)[\"']?\\s*(?:#.*)?$");
    private static final Pattern BLOCK = Pattern.compile("^[|>][-+\\d]*\\s*(?:#.*)?$");
    private static final Pattern ITEM = Pattern.compile("^\\s*-\\s+(.*)$");

    /** A script or a tool that may do anything, not {@code echo}. */
    private static final Pattern RUNS_SOMETHING = Pattern.compile(
            "^(?:sudo )?(?:\\S*/\\S+|make|bash|sh|python3?|node|cargo|go|npm|npx|yarn|pnpm|mvn|gradle|dotnet|rake|bundle"
                    + "|docker|just|task|nox|poetry|uv|hatch|bazel)\\b");

    private final FactFile file;
    private final List<String> lines;
    private @Nullable String step;

    private WorkflowFacts(FactFile file) {
        this.file = file;
        this.lines = file.lines();
    }

    static Facts read(FactFile file) {
        new WorkflowFacts(file).read();
        return file.facts();
    }

    private void read() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.strip().startsWith("- ")) {
                step = null;
            }
            Matcher name = NAME.matcher(line);
            Matcher key = KEY.matcher(line);
            if (name.matches()) {
                step = Match.group(name, 1);
            } else if (key.matches()) {
                i = commands(
                        i, Match.group(key, 1).length(), Match.group(key, 3).strip());
            }
        }
    }

    /** Reads what follows a key at an indentation; returns the last line of it. */
    private int commands(int line, int indentation, String value) {
        if (BLOCK.matcher(value).matches()) {
            int last = lastLine(line, indentation + 1);
            Shell.commands(lines.subList(line + 1, last + 1), line + 2)
                    .forEach(each -> add(each.text(), each.first(), each.last(), false));
            return last;
        }
        if (!value.isEmpty()) {
            add(unquoted(value), line + 1, line + 1, true);
            return line;
        }
        int last = lastLine(line, indentation);
        int read = line;
        for (int i = line + 1; i <= last; i++) {
            Matcher item = ITEM.matcher(lines.get(i));
            if (KEY.matcher(lines.get(i)).matches() || (read == line && !item.matches())) {
                return read;
            }
            read = i;
            if (item.matches()) {
                String text = Match.group(item, 1);
                boolean block = BLOCK.matcher(text).matches();
                read = block ? lastLine(i, indent(lines.get(i)) + 1) : i;
                String command = block
                        ? String.join("\n", lines.subList(i + 1, read + 1)).stripIndent()
                        : unquoted(text);
                add(command, i + 1, read + 1, false);
                i = read;
            }
        }
        return read;
    }

    /** The name of a step tells what its command is for if it has no other. */
    private void add(String text, int first, int last, boolean alone) {
        CommandPurposes.of(text)
                .or(() -> alone && RUNS_SOMETHING.matcher(text).find()
                        ? CommandPurposes.ofScript(step, "")
                        : Optional.empty())
                .ifPresent(purpose -> file.command(purpose, step, text, first, last));
    }

    /** Returns the last line before one that is indented less. */
    private int lastLine(int line, int indentation) {
        int last = line;
        for (int i = line + 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            boolean item = lines.get(i).strip().startsWith("- ") && indent(lines.get(i)) >= indentation;
            if (indent(lines.get(i)) < indentation || (indent(lines.get(i)) == indentation && !item)) {
                return last;
            }
            last = i;
        }
        return last;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.startsWith("\"") || value.startsWith("'"))
                && value.endsWith(value.substring(0, 1));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
