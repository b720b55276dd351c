package dev.caffeinecode.code.pointers;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links in documentation to files of the repository. */
final class ProsePointers {
    private static final Pattern LINK = Pattern.compile(
            "]\\(\\s{0,9}<?([^()\\s<>]{1,250})>?(?:\\s[^()]{0,200})?\\)|^ {0,3}\\[[^\\]]{1,100}]:\\s{1,9}<?(\\S{1,250}?)>?(?:\\s|$)");
    private static final Pattern DIRECTIVE = Pattern.compile(
            "^\\s*+\\.\\.\\s++(?:include|literalinclude|image|figure|csv-table|automodule)::\\s*+(\\S{1,250})"
                    + "|^(?:include|image)::?([^\\[\\s]{1,250})\\[|`[^`<]{0,200}<([^<>`\\s]{1,250})>`__?");
    private static final Pattern FENCE = Pattern.compile("^ {0,9}(?:`{3,}|~{3,}).*$");

    private ProsePointers() {}

    static void markdown(PointerFile file) {
        List<String> lines = file.lines();
        boolean code = false;
        for (int i = 0; i < lines.size(); i++) {
            if (FENCE.matcher(lines.get(i)).matches()) {
                code = !code;
            } else if (!code) {
                links(file, LINK, lines.get(i), i + 1);
            }
        }
    }

    static void restructured(PointerFile file) {
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            links(file, DIRECTIVE, lines.get(i), i + 1);
        }
    }

    private static void links(PointerFile file, Pattern pattern, String line, int number) {
        Matcher link = pattern.matcher(line);
        while (link.find()) {
            for (int group = 1; group <= link.groupCount(); group++) {
                String target = link.group(group);
                if (target != null) {
                    link(file, target, number);
                }
            }
        }
    }

    /** What is behind {@code #} or {@code ?} is in that file; a folder is shown by what introduces it. */
    private static void link(PointerFile file, String target, int line) {
        String path = target.replaceFirst("[#?].*", "").replace("%20", " ");
        boolean elsewhere = path.contains(":") || path.startsWith("//") || path.startsWith("@") || path.contains("*");
        if (!path.isEmpty() && !elsewhere) {
            file.path(path, line);
            file.in(path, line, "README.md", "index.md");
        }
    }
}
