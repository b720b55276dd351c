package dev.caffeinecode.code.rules;

import dev.caffeinecode.code.rules.Attributes.Stated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of one {@code .gitattributes} (git-scm.com/docs/gitattributes) that concern what we ask for.
 *
 * @param folder that they are for, with a slash at its end; empty for the root
 */
record AttributeRules(String folder, List<Line> lines) {
    private static final Pattern ATTRIBUTE =
            Pattern.compile("^([-!]?)linguist-(generated|vendored|documentation)(?:=(\\S*))?$");
    private static final int MAX_LINES = 1_000;

    /** A pattern and what it states, in order. */
    record Line(Glob glob, List<Setting> settings) {}

    /** One attribute of a line. */
    record Setting(String name, Stated stated) {}

    /** Reads a file; empty if it states nothing that we ask for. */
    static Optional<AttributeRules> read(String folder, String text) {
        List<Line> lines = text.lines()
                .filter(line -> line.contains("linguist-"))
                .limit(MAX_LINES)
                .map(String::strip)
                .flatMap(line -> line(line).stream())
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new AttributeRules(folder, lines));
    }

    /** Negative patterns are forbidden there; macros set other attributes. A folder alone never matches. */
    private static Optional<Line> line(String line) {
        if (line.startsWith("#") || line.startsWith("!") || line.startsWith("[attr]")) {
            return Optional.empty();
        }
        int end = line.startsWith("\"") ? line.indexOf('"', 1) : blank(line);
        if (end < 1) {
            return Optional.empty();
        }
        String pattern = line.startsWith("\"") ? line.substring(1, end) : line.substring(0, end);
        List<Setting> settings = new ArrayList<>();
        for (String word : line.substring(end + 1).strip().split("\\s+")) {
            Matcher attribute = ATTRIBUTE.matcher(word);
            if (attribute.matches()) {
                settings.add(new Setting(String.valueOf(attribute.group(2)), stated(attribute)));
            }
        }
        boolean folder = pattern.isEmpty() || pattern.endsWith("/");
        return settings.isEmpty() || folder ? Optional.empty() : Optional.of(new Line(Glob.of(pattern), settings));
    }

    private static int blank(String line) {
        int at = 0;
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at == line.length() ? -1 : at;
    }

    private static Stated stated(Matcher attribute) {
        return switch (String.valueOf(attribute.group(1))) {
            case "-" -> Stated.NO;
            case "!" -> Stated.NOTHING;
            default -> "false".equals(attribute.group(3)) ? Stated.NO : Stated.YES;
        };
    }

    /** Returns what was stated before, changed by what is stated here. */
    Attributes apply(String path, Attributes before) {
        if (!path.startsWith(folder)) {
            return before;
        }
        Attributes stated = before;
        String below = path.substring(folder.length());
        for (Line line : lines) {
            if (line.glob().fits(below)) {
                for (Setting each : line.settings()) {
                    stated = with(stated, each);
                }
            }
        }
        return stated;
    }

    private static Attributes with(Attributes before, Setting setting) {
        return switch (setting.name()) {
            case "generated" -> new Attributes(setting.stated(), before.vendored(), before.documentation());
            case "vendored" -> new Attributes(before.generated(), setting.stated(), before.documentation());
            default -> new Attributes(before.generated(), before.vendored(), setting.stated());
        };
    }
}
