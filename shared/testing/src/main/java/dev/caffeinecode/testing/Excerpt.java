package dev.caffeinecode.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.util.Objects.requireNonNull;

/**
 * Lines of one file as a prompt shows them: {@code === path ===}, then {@code 12| text} for each line.
 *
 * @param lines text by line number
 */
record Excerpt(String path, SortedMap<Integer, String> lines) {
    private static final Pattern HEADING = Pattern.compile("^=== (\\S(?:.*\\S)?) ===$");
    private static final Pattern LINE = Pattern.compile("^ *(\\d+)\\| ?(.*)$");

    /** What follows a word that defines, in the languages we read; else a word no prose has: inner capital, underscore. */
    private static final Pattern IDENTIFIER = Pattern.compile(
            "\\b(?:class|interface|record|enum|struct|trait|type|def|func|fn|function)\\s+([A-Za-z_]\\w*)"
                    + "|\\b([A-Za-z]+[a-z0-9][A-Z]\\w*|[A-Za-z]+_\\w+)\\b");

    private static final int MAX_RANGES = 3;
    private static final int MAX_LINES_IN_RANGE = 20;

    /** Consecutive lines of the excerpt, first and last inclusive. */
    record Range(int first, int last) {}

    Excerpt {
        lines = new TreeMap<>(lines);
    }

    /** Reads all excerpts of a prompt; those of one file are one. */
    static List<Excerpt> in(String prompt) {
        Map<String, SortedMap<Integer, String>> files = new LinkedHashMap<>();
        SortedMap<Integer, String> current = new TreeMap<>();
        for (String line : prompt.lines().toList()) {
            Matcher heading = HEADING.matcher(line);
            Matcher numbered = LINE.matcher(line);
            if (heading.matches()) {
                current = files.computeIfAbsent(requireNonNull(heading.group(1)), _ -> new TreeMap<>());
            } else if (numbered.matches()) {
                current.put(Integer.valueOf(requireNonNull(numbered.group(1))), requireNonNull(numbered.group(2)));
            }
        }
        return files.entrySet().stream()
                .filter(file -> !file.getValue().isEmpty())
                .map(file -> new Excerpt(file.getKey(), file.getValue()))
                .toList();
    }

    /** The first few ranges without a gap, of at most 20 lines each. */
    List<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        int first = lines.firstKey();
        int last = first;
        for (int line : lines.tailMap(first + 1).keySet()) {
            if (line != last + 1 || line - first == MAX_LINES_IN_RANGE) {
                ranges.add(new Range(first, last));
                first = line;
            }
            last = line;
        }
        ranges.add(new Range(first, last));
        return List.copyOf(ranges.subList(0, Math.min(MAX_RANGES, ranges.size())));
    }

    /** The first name that a range defines or uses. */
    Optional<String> identifier(Range range) {
        String text =
                String.join("\n", lines.subMap(range.first(), range.last() + 1).values());
        Matcher matcher = IDENTIFIER.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String defined = matcher.group(1);
        return Optional.of(defined == null ? requireNonNull(matcher.group(2)) : defined);
    }
}
