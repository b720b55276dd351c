package dev.caffeinecode.docs.citation;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.docs.markdown.CodeFences;
import dev.caffeinecode.docs.markdown.Links;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the citations in a draft, turns those that resolve into links and takes the others out. A citation is
 * {@code [path:first-last]}, {@code [[path:first-last]]}, {@code [[path:first-last|label]]} or the same path and lines in
 * a code span; a single line may stand for a range. One that names no file of the snapshot, or lines that the file does
 * not have, does not resolve.
 */
public final class CitationResolver {
    private static final String LINES = ":(?<firstX>[0-9]{1,9})(?:\\s?[-\u2013]\\s?L?(?<lastX>[0-9]{1,9}))?";

    /** Paths may hold brackets themselves, as in {@code app/[slug]/page.tsx}. */
    private static final String DOUBLE = "\\[\\[(?<pathX>[^\\n|]+?)" + LINES + "(?:\\\\?\\|(?<label>[^\\n]*?))?]]";

    private static final String SINGLE =
            "(?<!\\[)\\[`?(?<pathX>(?:[^\\[\\]\\n]|\\[[^\\[\\]\\n]*])+?)" + LINES + "`?](?![(\\[])";
    private static final String CODE = "(?<!`)`(?<pathX>[^`\\n]+?)" + LINES + "`(?!`)";

    /** One pass over all forms, so that what replaces one is not read again as another. */
    private static final Pattern ANY = Pattern.compile(
            named(DOUBLE, Form.DOUBLE) + "|" + named(SINGLE, Form.SINGLE) + "|" + named(CODE, Form.CODE));

    /** How a citation is written; names the groups of its pattern. */
    private enum Form {
        DOUBLE("D"),
        SINGLE("S"),
        CODE("C");

        private final String suffix;

        Form(String suffix) {
            this.suffix = suffix;
        }

        @Nullable
        String group(Matcher matcher, String name) {
            return matcher.group(name + suffix);
        }
    }

    private static String named(String pattern, Form form) {
        return pattern.replace("X>", form.suffix + ">");
    }

    private static final Pattern LOOKS_LIKE_A_PATH = Pattern.compile(".*(/|\\.[A-Za-z][A-Za-z0-9]{0,7}$).*");

    private final Sources sources;

    public CitationResolver(Sources sources) {
        this.sources = sources;
    }

    /**
     * A draft after its citations were looked at.
     *
     * @param markdown with links of the form {@link Links#source}
     * @param citations those that resolved, each once, in order of appearance
     * @param removed how many did not resolve
     */
    public record Resolved(String markdown, List<Citation> citations, int removed) {
        public Resolved {
            citations = List.copyOf(citations);
        }
    }

    public Resolved resolve(String draft) {
        Pass pass = new Pass();
        String markdown = CodeFences.mapOutside(draft, pass::resolve);
        return new Resolved(markdown, List.copyOf(pass.citations), pass.removed);
    }

    private final class Pass {
        private final Set<Citation> citations = new LinkedHashSet<>();
        private int removed;

        String resolve(String text) {
            Matcher matcher = ANY.matcher(text);
            StringBuilder result = new StringBuilder();
            while (matcher.find()) {
                matcher.appendReplacement(result, Matcher.quoteReplacement(replacement(matcher)));
            }
            return matcher.appendTail(result).toString();
        }

        private String replacement(Matcher matcher) {
            for (Form form : Form.values()) {
                String path = form.group(matcher, "path");
                if (path != null) {
                    return replacement(matcher, form, path.strip());
                }
            }
            return String.valueOf(matcher.group());
        }

        private String replacement(Matcher matcher, Form form, String path) {
            Optional<Citation> citation = find(path, form.group(matcher, "first"), form.group(matcher, "last"));
            if (citation.isPresent()) {
                citations.add(citation.get());
                return Links.source(citation.get(), form == Form.DOUBLE ? matcher.group("label") : null);
            }
            // Brackets are only used for citations; code may be a host and port or anything else.
            if (form != Form.CODE || LOOKS_LIKE_A_PATH.matcher(path).matches()) {
                removed++;
                return "";
            }
            return String.valueOf(matcher.group());
        }
    }

    private Optional<Citation> find(String path, @Nullable String firstText, @Nullable String lastText) {
        int first = Integer.parseInt(String.valueOf(firstText));
        int last = lastText == null ? first : Integer.parseInt(lastText);
        if (first < 1 || last < first) {
            return Optional.empty();
        }
        LineRange range = new LineRange(first, last);
        return sources.find(path)
                .filter(lines -> lines.has(range))
                .map(lines -> new Citation(path, first, last, lines.digest(range)));
    }
}
