package dev.caffeinecode.code.chunks;

import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.text.TextLines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sections of a document by its headings: CommonMark's two forms, reStructuredText, AsciiDoc and Org. */
final class Headings {
    private static final int MAX_TITLE_CHARACTERS = 80;

    private static final Pattern MARKED = Pattern.compile("(#{1,6}|={1,6}|\\*{1,6})[ \\t]+(\\S.*?)[ \\t]*[#=]*");
    private static final Pattern FENCE = Pattern.compile("[ ]{0,3}(```+|~~~+|----+$|\\.\\.\\.\\.+$).*");
    private static final Pattern UNDERLINE = Pattern.compile("([=\\-~^\"'`#*+.:_])\\1{2,}[ \\t]*");

    private final TextLines lines;
    private final Language language;
    private final List<Heading> headings = new ArrayList<>();
    /** The marks of underlines, outermost first: a document chooses them as it likes. */
    private final StringBuilder marks = new StringBuilder();

    private int next;

    private record Heading(int line, int level, String title) {}

    private Headings(TextLines lines, Language language) {
        this.lines = lines;
        this.language = language;
    }

    static List<Section> of(TextLines lines, Language language) {
        Headings found = new Headings(lines, language);
        if (language == Language.MARKDOWN || language == Language.RESTRUCTURED_TEXT) {
            found.find();
        }
        return found.below(0, "", lines.count());
    }

    private void find() {
        String fence = "";
        for (int number = 1; number <= lines.count(); number++) {
            String line = lines.line(number);
            if (!fence.isEmpty()) {
                fence = line.strip().startsWith(fence) ? "" : fence;
                continue;
            }
            Optional<Heading> heading = heading(number, line);
            heading.ifPresent(headings::add);
            Matcher opening = FENCE.matcher(line);
            if (heading.isEmpty() && !isUnderline(number) && opening.matches() && isFence(group(line, opening, 1))) {
                fence = group(line, opening, 1);
            }
        }
    }

    private static String group(String line, Matcher matched, int group) {
        return line.substring(matched.start(group), matched.end(group));
    }

    private boolean isFence(String mark) {
        boolean asciiDoc = mark.startsWith("-") || mark.startsWith(".");
        return !asciiDoc || language != Language.MARKDOWN;
    }

    private boolean isUnderline(int number) {
        return !headings.isEmpty() && headings.getLast().line() == number - 1;
    }

    private Optional<Heading> heading(int number, String line) {
        Matcher marked = MARKED.matcher(line);
        boolean known = language == Language.MARKDOWN ? line.startsWith("#") : !line.startsWith("#");
        if (known && marked.matches() && line.length() < 1_000) {
            return Optional.of(new Heading(number, marked.end(1), group(line, marked, 2)));
        }
        if (number == lines.count() || line.isBlank() || line.length() > MAX_TITLE_CHARACTERS) {
            return Optional.empty();
        }
        boolean follows = number > 1 && !lines.line(number - 1).isBlank();
        Matcher under = UNDERLINE.matcher(lines.line(number + 1));
        if (follows || !under.matches() || UNDERLINE.matcher(line).matches()) {
            return Optional.empty();
        }
        char mark = lines.line(number + 1).charAt(0);
        if (language == Language.MARKDOWN) {
            return mark == '=' || mark == '-'
                    ? Optional.of(new Heading(number, mark == '=' ? 1 : 2, line.strip()))
                    : Optional.empty();
        }
        if (marks.indexOf(String.valueOf(mark)) < 0) {
            marks.append(mark);
        }
        return Optional.of(new Heading(number, marks.indexOf(String.valueOf(mark)) + 1, line.strip()));
    }

    /** Takes the headings below a level, up to a line; a level that is left out does no harm. */
    private List<Section> below(int level, String title, int end) {
        List<Section> sections = new ArrayList<>();
        while (next < headings.size() && headings.get(next).level() > level) {
            Heading heading = headings.get(next++);
            int last = end(heading, end);
            String whole = title.isEmpty() ? heading.title() : title + " > " + heading.title();
            List<Section> parts = below(heading.level(), whole, last);
            sections.add(new Section(new LineRange(heading.line(), last), null, whole, parts));
        }
        return sections;
    }

    private int end(Heading heading, int end) {
        for (int i = next; i < headings.size() && headings.get(i).line() <= end; i++) {
            if (headings.get(i).level() <= heading.level()) {
                return headings.get(i).line() - 1;
            }
        }
        return end;
    }
}
