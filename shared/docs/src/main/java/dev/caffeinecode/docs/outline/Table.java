package dev.caffeinecode.docs.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A Markdown table; GFM, section 4.10. Cells are Markdown of one line. */
final class Table {
    /** Would end the cell, even in a code span. */
    private static final Pattern BARE_PIPE = Pattern.compile("(?<!\\\\)\\|");

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        this.headings = List.of(headings);
    }

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** With an empty line behind; nothing at all without rows. */
    String markdown() {
        if (rows.isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder();
        append(table, headings);
        append(table, headings.stream().map(_ -> "---").toList());
        rows.forEach(row -> append(table, row));
        return table.append('\n').toString();
    }

    private static void append(StringBuilder table, List<String> cells) {
        List<String> safe = cells.stream()
                .map(cell -> BARE_PIPE.matcher(cell).replaceAll("\\\\|"))
                .toList();
        table.append("| ").append(String.join(" | ", safe)).append(" |\n");
    }
}
