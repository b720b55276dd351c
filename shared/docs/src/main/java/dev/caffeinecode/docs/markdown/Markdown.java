package dev.caffeinecode.docs.markdown;

import java.util.regex.Pattern;

/** Puts text from a repository into Markdown without letting it become markup. */
public final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~$!&]");
    private static final Pattern LINE_START = Pattern.compile("(?m)^(\\s*[0-9]*)([-+=]|(?<=[0-9])[.)])");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** Plain text; lines stay lines. */
    public static String escape(String text) {
        String visible = CONTROL.matcher(text).replaceAll("\ufffd");
        String escaped = SPECIAL.matcher(visible).replaceAll("\\\\$0");
        return LINE_START.matcher(escaped).replaceAll("$1\\\\$2");
    }

    /** A code span of one line, whatever the text holds; CommonMark 0.31, section 6.1. */
    public static String code(String text) {
        String line =
                CONTROL.matcher(text).replaceAll("\ufffd").replace('\n', ' ').replace('\t', ' ');
        if (line.isBlank()) {
            return "` `";
        }
        int longest = BACKTICKS
                .matcher(line)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        String fence = "`".repeat(longest + 1);
        boolean pad = line.startsWith("`") || line.endsWith("`");
        return pad ? fence + " " + line + " " + fence : fence + line + fence;
    }

    /** A code span inside a table, where a pipe would end the cell; GFM, section 4.10. */
    public static String codeCell(String text) {
        return code(text).replace("|", "\\|");
    }

    /** A fenced block; the fence is longer than any in the text. */
    public static String block(String language, String text) {
        int longest = BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + language + "\n" + text.stripTrailing() + "\n" + fence + "\n";
    }
}
