package dev.caffeinecode.code.facts;

import java.util.ArrayList;
import java.util.List;

/** Lines of shell scripts. */
final class Shell {
    /**
     * One command.
     *
     * @param first line where it begins
     * @param last line where it ends, later if lines end in a backslash
     */
    record Line(String text, int first, int last) {}

    private Shell() {}

    /** Returns the commands in lines, of which the first has this number; comments and blank lines are left out. */
    static List<Line> commands(List<String> lines, int firstNumber) {
        List<Line> commands = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        int first = firstNumber;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (command.isEmpty()) {
                first = firstNumber + i;
            }
            boolean goesOn = line.endsWith("\\") && i + 1 < lines.size();
            if (!line.startsWith("#")) {
                command.append(goesOn ? line.substring(0, line.length() - 1) : line);
            }
            if (!goesOn && !command.isEmpty()) {
                commands.add(new Line(command.toString().strip(), first, firstNumber + i));
                command.setLength(0);
            }
        }
        return commands;
    }
}
