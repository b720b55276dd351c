package dev.caffeinecode.docs.outline;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.text.TextLines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A README by its sections, in Markdown or in what underlines headings as Markdown does, such as reStructuredText. */
record Readme(String path, List<Section> sections) {
    private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})\\s+(.*?)\\s*#*\\s*");
    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(?:(=)=*|-{2,})\\s*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(```|~~~).*");

    /** What a README shows before its text: badges, pictures, HTML, rules, empty lines. */
    private static final Pattern DECORATION = Pattern.compile(
            "\\s*(?:|<.*|[=~-]{3,}\\s*|(?:\\[?!\\[[^\\]]*]\\([^)]*\\)(?:]\\([^)]*\\))?\\s*)+|\\[!\\[.*|!\\[.*)");

    /** Characters of an introduction; more is no introduction. */
    private static final int MAX_CHARACTERS = 6_000;

    /** Characters of a line that may be a heading. */
    private static final int MAX_HEADING = 500;

    Readme {
        sections = List.copyOf(sections);
    }

    /**
     * A part of the text from one heading to the next.
     *
     * @param heading empty for what stands before the first
     * @param level of the heading; 0 when there is none
     * @param lines with the heading
     * @param headingLines how many of them are the heading
     */
    record Section(String heading, int level, LineRange lines, int headingLines) {}

    static Readme of(String path, TextLines text) {
        List<Section> headings = new ArrayList<>();
        boolean fenced = false;
        for (int number = 1; number <= text.count(); number++) {
            fenced ^= FENCE.matcher(text.line(number)).matches();
            if (!fenced) {
                heading(text, number).ifPresent(headings::add);
            }
        }
        List<Section> sections = new ArrayList<>();
        int before =
                headings.isEmpty() ? text.count() : headings.getFirst().lines().first() - 1;
        if (before > 0) {
            sections.add(new Section("", 0, new LineRange(1, before), 0));
        }
        for (int i = 0; i < headings.size(); i++) {
            Section heading = headings.get(i);
            int last = i + 1 < headings.size() ? headings.get(i + 1).lines().first() - 1 : text.count();
            LineRange lines = new LineRange(heading.lines().first(), last);
            sections.add(new Section(heading.heading(), heading.level(), lines, heading.headingLines()));
        }
        return new Readme(path, sections);
    }

    /** The heading that begins in a line; CommonMark 0.31, sections 4.2 and 4.3, of one line. */
    private static Optional<Section> heading(TextLines text, int number) {
        if (text.line(number).length() > MAX_HEADING) {
            return Optional.empty();
        }
        Matcher marked = HEADING.matcher(text.line(number));
        if (marked.matches()) {
            int level = String.valueOf(marked.group(1)).length();
            return Optional.of(new Section(String.valueOf(marked.group(2)), level, new LineRange(number, number), 1));
        }
        if (number == text.count() || !isLoneLine(text, number)) {
            return Optional.empty();
        }
        Matcher underline = UNDERLINE.matcher(text.line(number + 1));
        return underline.matches()
                ? Optional.of(new Section(
                        text.line(number).strip(),
                        underline.group(1) == null ? 2 : 1,
                        new LineRange(number, number + 1),
                        2))
                : Optional.empty();
    }

    private static boolean isLoneLine(TextLines text, int number) {
        String line = text.line(number);
        return (number == 1 || isDecoration(text.line(number - 1)))
                && !isDecoration(line)
                && !line.matches("\\s*(?:[-*+>|]|\\d+[.)]|\\.\\.).*");
    }

    private static boolean isDecoration(String line) {
        return line.length() <= MAX_CHARACTERS && DECORATION.matcher(line).matches();
    }

    Location location(Section section) {
        return new Location(path, section.lines());
    }

    /** The first lines that say something, from the first section that has such lines; at most {@code max} lines. */
    List<Integer> introduction(TextLines text, int max) {
        for (Section section : sections) {
            List<Integer> lines = new ArrayList<>();
            int characters = 0;
            int start = section.lines().first() + section.headingLines();
            for (int number = start; number <= section.lines().last() && lines.size() < max; number++) {
                String line = text.line(number);
                characters += line.length();
                if (characters > MAX_CHARACTERS) {
                    break;
                }
                if (!lines.isEmpty() || !isDecoration(line)) {
                    lines.add(number);
                }
            }
            while (!lines.isEmpty() && isDecoration(text.line(lines.getLast()))) {
                lines.removeLast();
            }
            if (!lines.isEmpty()) {
                return lines;
            }
        }
        return List.of();
    }
}
