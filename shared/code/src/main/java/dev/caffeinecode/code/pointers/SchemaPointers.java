package dev.caffeinecode.code.pointers;

import dev.caffeinecode.code.pointers.Pointer.Kind;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables of other migrations, and descriptions of interfaces in other files. */
final class SchemaPointers {
    private static final String TABLE = "((?:[\"`\\[]?[\\w$]{1,100}[\"`\\]]?\\.){0,2}[\"`\\[]?[\\w$]{1,100}[\"`\\]]?)";
    private static final Pattern MADE = Pattern.compile(
            "\\bcreate\\s{1,9}(?:or\\s{1,9}replace\\s{1,9})?(?:(?:global|local|temporary|temp|unlogged|external"
                    + "|materialized|recursive)\\s{1,9}){0,2}(?:table|view)\\s{1,9}(?:if\\s{1,9}not\\s{1,9}exists\\s{1,9})?"
                    + TABLE,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern USED = Pattern.compile(
            "\\b(?:references|(?:alter|drop|truncate)\\s{1,9}table(?:\\s{1,9}if\\s{1,9}exists)?(?:\\s{1,9}only)?|insert\\s{1,9}into"
                    + "|delete\\s{1,9}from|\\bupdate|\\bfrom|\\bjoin|index\\s{1,9}[^\\s(;]{1,100}\\s{1,9}on|trigger\\s[^;]{1,100}?\\son)\\s{1,9}"
                    + TABLE,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT = Pattern.compile("--.*$");
    private static final Pattern IMPORT =
            Pattern.compile("^\\s*+(?:import|include)\\s++(?:public\\s++|weak\\s++)?[\"']([^\"']{1,200})[\"']");
    private static final Pattern GRAPHQL_IMPORT =
            Pattern.compile("^\\s*+#\\s*+import\\s++(?:[^\"']{1,200}\\sfrom\\s++)?[\"']([^\"']{1,200})[\"']");
    private static final Pattern REFERENCE =
            Pattern.compile("[\"']?\\$ref[\"']?\\s{0,9}:\\s{0,9}[\"']?([^\"'#\\s{}]{1,200})");

    private SchemaPointers() {}

    static void sql(PointerFile file) {
        List<String> lines = file.lines();
        boolean commented = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = COMMENT.matcher(lines.get(i)).replaceFirst("");
            boolean within = commented;
            int comment = line.indexOf("/*");
            boolean opens = !within && comment >= 0 && line.indexOf("*/", comment) < 0;
            commented = within ? !line.contains("*/") : opens;
            if (!within) {
                line = opens ? line.substring(0, comment) : line;
                tables(file, MADE, Kind.TABLE_MADE, line, i + 1);
                tables(file, USED, Kind.TABLE_USED, line, i + 1);
            }
        }
    }

    private static void tables(PointerFile file, Pattern pattern, Kind kind, String line, int number) {
        Matcher table = pattern.matcher(line);
        while (table.find()) {
            String name =
                    String.valueOf(table.group(1)).replaceAll("[\"`\\[\\]]", "").toLowerCase(Locale.ROOT);
            file.add(kind, name.substring(name.lastIndexOf('.') + 1), number);
        }
    }

    static void imports(PointerFile file) {
        each(file, IMPORT, Kind.IMPORT);
    }

    static void graphql(PointerFile file) {
        each(file, GRAPHQL_IMPORT, Kind.IMPORT);
    }

    /** OpenAPI, JSON Schema: what is behind {@code #} is in that file. */
    static void references(PointerFile file) {
        if (file.text().contains("$ref")) {
            each(file, REFERENCE, Kind.PATH);
        }
    }

    private static void each(PointerFile file, Pattern pattern, Kind kind) {
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher found = pattern.matcher(lines.get(i));
            while (found.find()) {
                String target = String.valueOf(found.group(1));
                if (!target.contains("://")) {
                    file.add(kind, target, i + 1);
                }
            }
        }
    }
}
