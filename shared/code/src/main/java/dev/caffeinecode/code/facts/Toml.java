package dev.caffeinecode.code.facts;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what manifests use of TOML (v1.0), tables, strings, lists of strings; of other values their text. */
public final class Toml {
    private static final Pattern TABLE = Pattern.compile("^\\[\\[?\\s*([^\\[\\]]+?)\\s*]]?\\s*(?:#.*)?$");
    private static final Pattern KEY = Pattern.compile("^(\"[^\"]*\"|'[^']*'|[\\w.-]+)\\s*=\\s*(.*)$");
    /** A value longer than this is none that a manifest has. */
    private static final int MAX_VALUE_LINES = 2_000;

    /**
     * A key of a table.
     *
     * @param table its name, as {@code tool.poetry}; empty at the top
     * @param value the text of the value, with all its lines
     * @param line where the key stands
     */
    public record Entry(String table, String key, String value, int line) {
        /** Returns the strings in the value: one, those of a list, or those of an inline table. */
        public List<String> strings() {
            List<String> found = new ArrayList<>();
            for (int at = 0; at < value.length(); at++) {
                char c = value.charAt(at);
                if (c == '#') {
                    int end = value.indexOf('\n', at);
                    at = end < 0 ? value.length() : end;
                } else if (c == '"' || c == '\'') {
                    int end = endOfString(value, at);
                    int quotes = value.startsWith(String.valueOf(c).repeat(3), at) ? 3 : 1;
                    found.add(value.substring(Math.min(at + quotes, end), Math.max(at + quotes, end - quotes + 1)));
                    at = end;
                }
            }
            return found;
        }

        /** Returns the first string in the value; empty if there is none. */
        public String text() {
            List<String> strings = strings();
            return strings.isEmpty() ? "" : strings.getFirst();
        }

        /** Returns the strings and truths of an inline table by their keys; nothing of a string or a list. */
        public Map<String, String> members() {
            Map<String, String> members = new LinkedHashMap<>();
            if (value.startsWith("{")) {
                Matcher inner = INNER.matcher(value);
                while (inner.find()) {
                    String text = Match.group(inner, 2) + Match.group(inner, 3) + Match.group(inner, 4);
                    members.putIfAbsent(Match.group(inner, 1), text);
                }
            }
            return members;
        }
    }

    private static final Pattern INNER =
            Pattern.compile("([\\w.-]{1,100})\\s*=\\s*(?:\"([^\"\\n]*)\"|'([^'\\n]*)'|(true|false))");

    private Toml() {}

    public static List<Entry> parse(List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        String table = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher header = TABLE.matcher(line);
            Matcher key = KEY.matcher(line);
            if (header.matches()) {
                table = unquoted(header.group(1));
            } else if (key.matches()) {
                String first = Match.group(key, 2);
                int end = lastLine(lines, i, first);
                String value = end == i ? first : first + "\n" + String.join("\n", lines.subList(i + 1, end + 1));
                entries.add(new Entry(table, unquoted(key.group(1)), value, i + 1));
                i = end;
            }
        }
        return entries;
    }

    /** A value goes on while a bracket or a long string in it is open. */
    private static int lastLine(List<String> lines, int first, String value) {
        String quotes = value.startsWith("\"\"\"") ? "\"\"\"" : value.startsWith("'''") ? "'''" : "";
        int last = first;
        if (!quotes.isEmpty()) {
            boolean open = value.indexOf(quotes, 3) < 0;
            while (open && last + 1 < lines.size() && last - first < MAX_VALUE_LINES) {
                open = !lines.get(++last).contains(quotes);
            }
            return last;
        }
        int depth = brackets(value);
        while (depth > 0 && last + 1 < lines.size() && last - first < MAX_VALUE_LINES) {
            depth += brackets(lines.get(++last));
        }
        return last;
    }

    private static int brackets(String line) {
        int depth = 0;
        for (int at = 0; at < line.length() && line.charAt(at) != '#'; at++) {
            switch (line.charAt(at)) {
                case '[', '{' -> depth++;
                case ']', '}' -> depth--;
                case '"', '\'' -> at = endOfString(line, at);
                default -> {
                    // nothing that opens or closes
                }
            }
        }
        return depth;
    }

    /** Returns where the string that begins at an index ends: at its last quote, or at the end of the text. */
    private static int endOfString(String text, int start) {
        String quote = String.valueOf(text.charAt(start));
        String close = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
        int at = start + close.length();
        while (at < text.length() && !text.startsWith(close, at)) {
            at += text.charAt(at) == '\\' && quote.equals("\"") ? 2 : 1;
        }
        return Math.min(at + close.length(), text.length()) - 1;
    }

    private static String unquoted(@Nullable String key) {
        return key == null ? "" : key.replaceAll("[\"'\\s]", "");
    }
}
