package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.CommandPurpose;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads files that name commands: Makefiles, justfiles, Dockerfiles. */
final class ScriptFacts {
    private static final Pattern MAKE_TARGET = Pattern.compile("^([A-Za-z][\\w./-]*)\\s*::?(?!=)(.*)$");
    private static final Pattern JUST_RECIPE = Pattern.compile("^@?([a-z][\\w-]*)(?:\\s+[^:=]*)?:(?!=).*$");
    private static final Pattern INSTRUCTION =
            Pattern.compile("^\\s*(RUN|CMD|ENTRYPOINT)\\s+(.*)$", Pattern.CASE_INSENSITIVE);

    private ScriptFacts() {}

    static Facts makefile(FactFile file) {
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher target = MAKE_TARGET.matcher(lines.get(i));
            if (target.matches() && !Match.group(target, 1).contains(".")) {
                int last = lastRecipeLine(lines, i);
                String name = Match.group(target, 1);
                String recipe = String.join("\n", lines.subList(i + 1, last + 1));
                file.command(
                        CommandPurposes.ofScript(name, recipe).orElse(CommandPurpose.OTHER),
                        name,
                        "make " + name,
                        i + 1,
                        last + 1);
            }
        }
        return file.facts();
    }

    private static int lastRecipeLine(List<String> lines, int target) {
        int last = target;
        while (last + 1 < lines.size() && lines.get(last + 1).startsWith("\t")) {
            last++;
        }
        return last;
    }

    static Facts justfile(FactFile file) {
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher recipe = JUST_RECIPE.matcher(lines.get(i));
            if (recipe.matches()) {
                String name = Match.group(recipe, 1);
                file.command(
                        CommandPurposes.ofScript(name, "").orElse(CommandPurpose.OTHER),
                        name,
                        "just " + name,
                        i + 1,
                        i + 1);
            }
        }
        return file.facts();
    }

    static Facts dockerfile(FactFile file) {
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher instruction = INSTRUCTION.matcher(lines.get(i));
            if (!instruction.matches()) {
                continue;
            }
            StringBuilder command = new StringBuilder(Match.group(instruction, 2));
            int first = i + 1;
            while (command.toString().stripTrailing().endsWith("\\") && i + 1 < lines.size()) {
                int end = command.toString().stripTrailing().length() - 1;
                command.setLength(end);
                command.append(lines.get(++i).strip());
            }
            if (Match.group(instruction, 1).equalsIgnoreCase("RUN")) {
                file.command(null, command.toString(), first, i + 1);
            } else {
                file.command(CommandPurpose.RUN, null, shellForm(command.toString()), first, i + 1);
            }
        }
        return file.facts();
    }

    /** {@code ["java", "-jar", "app.jar"]} is {@code java -jar app.jar}. */
    private static String shellForm(String command) {
        return Json.parse(command)
                .filter(JsonValue.JsonArray.class::isInstance)
                .map(JsonValue.JsonArray.class::cast)
                .map(array -> String.join(
                        " ",
                        array.values().stream()
                                .flatMap(value -> value.text().stream())
                                .toList()))
                .orElse(command);
    }
}
