package dev.caffeinecode.docs.markdown;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells prose from fenced code; CommonMark 0.31, section 4.5. */
public final class CodeFences {
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})(.*)");

    private CodeFences() {}

    /** Applies the change to every run of lines that is not in a fenced code block. */
    public static String mapOutside(String markdown, UnaryOperator<String> change) {
        StringBuilder result = new StringBuilder();
        StringBuilder prose = new StringBuilder();
        String open = "";
        for (String line : markdown.split("(?<=\n)", -1)) {
            Matcher fence = FENCE.matcher(line.stripTrailing());
            boolean isFence = fence.matches();
            String marks = isFence ? String.valueOf(fence.group(1)) : "";
            String rest = isFence ? String.valueOf(fence.group(2)) : "";
            if (open.isEmpty() && !isFence) {
                prose.append(line);
                continue;
            }
            if (open.isEmpty()) {
                result.append(change.apply(prose.toString()));
                prose.setLength(0);
                open = marks;
            } else if (isFence && marks.startsWith(open) && rest.isBlank()) {
                open = "";
            }
            result.append(line);
        }
        return result.append(change.apply(prose.toString())).toString();
    }
}
