package dev.caffeinecode.docs.outline;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.text.TextLines;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A README in Markdown by its sections. Others, such as reStructuredText, have one section without a heading. */
record Readme(String path, List<Section> sections) {
    private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})\\s+(.*?)\\s*#*\\s*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(```|~~~).*");

    /** What a README shows before its text: badges, pictures, HTML, underlines, empty lines. */
    private static final Pattern DECORATION = Pattern.compile(
            "\\s*(?:|<.*|[=~-]{3,}\\s*|(?:\\[?!\\[[^\\]]*]\\([^)]*\\)(?:]\\([^)]*\\))?\\s*)+|\\[!\\[.*|!\\[.*)");

    Readme {
        sections = List.copyOf(sections);
    }

    /**
     * A part of the text from one heading to the next.
     *
     * @param heading empty for what stands before the first
     * @param level of the heading; 0 when there is none
     * @param lines with the heading
     */
    record Section(String heading, int level, LineRange lines) {}

    static Readme of(String path, TextLines text) {
        List<Section> sections = new ArrayList<>();
        String heading = "";
        int level = 0;
        int first = 1;
        boolean fenced = false;
        for (int number = 1; number <= text.count(); number++) {
            String line = text.line(number);
            if (FENCE.matcher(line).matches()) {
                fenced = !fenced;
            }
            Matcher matcher = HEADING.matcher(line);
            if (!fenced && matcher.matches()) {
                if (number > first) {
                    sections.add(new Section(heading, level, new LineRange(first, number - 1)));
                }
                heading = String.valueOf(matcher.group(2));
                level = String.valueOf(matcher.group(1)).length();
                first = number;
            }
        }
        if (text.count() >= first) {
            sections.add(new Section(heading, level, new LineRange(first, text.count())));
        }
        return new Readme(path, sections);
    }

    Location location(Section section) {
        return new Location(path, section.lines());
    }

    /** The first lines that say something, from the first section that has such lines; at most {@code max} lines. */
    List<Integer> introduction(TextLines text, int max) {
        for (Section section : sections) {
            List<Integer> lines = new ArrayList<>();
            int start = section.level() == 0
                    ? section.lines().first()
                    : section.lines().first() + 1;
            for (int number = start; number <= section.lines().last() && lines.size() < max; number++) {
                boolean decoration = DECORATION.matcher(text.line(number)).matches();
                if (!decoration || !lines.isEmpty()) {
                    lines.add(number);
                }
            }
            if (!lines.isEmpty()) {
                return lines;
            }
        }
        return List.of();
    }
}
