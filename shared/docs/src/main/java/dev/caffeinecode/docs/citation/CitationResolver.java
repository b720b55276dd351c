package dev.caffeinecode.docs.citation;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.docs.markdown.CodeBlocks;
import dev.caffeinecode.docs.markdown.Links;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the citations in a draft, turns those that resolve into links and takes the others out. A citation is
 * {@code [path:first-last]}, {@code [[path:first-last]]}, {@code [[path:first-last|label]]} or the same path and lines in
 * a code span; a single line may stand for a range, and several in one pair of brackets are parted by commas or
 * semicolons, where the path need not be said again. One that names no file of the snapshot, or lines that the file does
 * not have, does not resolve.
 */
public final class CitationResolver {
    private static final String RANGE = "L?(?<firstX>[0-9]{1,9})(?:\\s?[-\u2013]\\s?L?(?<lastX>[0-9]{1,9}))?";
    private static final String LINES = ":" + RANGE;

    /** Paths may hold brackets themselves, as in {@code app/[slug]/page.tsx}. Bounded, or hostile text takes long. */
    private static final String DOUBLE =
            "(?<!\\[)\\[\\[(?<pathX>[^\\n|]{1,4096}?)" + LINES + "(?:\\\\?\\|(?<label>[^\\n]{0,400}?))?]]";

    private static final String SINGLE = "(?<!\\[)\\[(?<list>(?:[^\\[\\]\\n]++|\\[[^\\[\\]\\n]*+])++)](?!\\()";
    private static final String CODE = "(?<!`)`(?<pathX>[^`\\n]+?)" + LINES + "`(?!`)";

    /** Any other code, where brackets are what they are in the language. */
    private static final String SPAN = "(?<!`)(?<ticks>`++)[^\\n]{0,400}?(?<!`)\\k<ticks>(?!`)";

    /** One pass over all forms, so that what replaces one is not read again as another. */
    private static final Pattern ANY =
            Pattern.compile(named(DOUBLE, "D") + "|" + SINGLE + "|" + named(CODE, "C") + "|" + SPAN);

    /** One of those in brackets; without a path, that of the one before. */
    private static final Pattern ITEM =
            Pattern.compile("\\s*`?\\s*(?:(?<path>.+):)?" + named(RANGE, "") + "\\s*`?\\s*");

    private static String named(String pattern, String suffix) {
        return pattern.replace("X>", suffix + ">");
    }

    private static final Pattern LOOKS_LIKE_A_PATH = Pattern.compile(".*(/|\\.[A-Za-z][A-Za-z0-9]{0,7}$).*");

    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;]\\s*");

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
        String markdown = CodeBlocks.mapOutside(draft, pass::resolve);
        return new Resolved(markdown, List.copyOf(pass.citations), pass.removed);
    }

    private final class Pass {
        private final Set<Citation> citations = new LinkedHashSet<>();
        private int removed;

        String resolve(String text) {
            Matcher matcher = ANY.matcher(text);
            StringBuilder result = new StringBuilder();
            while (matcher.find()) {
                String replacement = replacement(matcher);
                matcher.appendReplacement(result, Matcher.quoteReplacement(replacement));
                if (replacement.isEmpty() && !result.isEmpty() && result.charAt(result.length() - 1) == ' ') {
                    result.setLength(result.length() - 1);
                }
            }
            return matcher.appendTail(result).toString();
        }

        private String replacement(Matcher matcher) {
            String whole = String.valueOf(matcher.group());
            String list = matcher.group("list");
            if (list != null) {
                return list(list).orElse(whole);
            }
            String path = matcher.group("pathD");
            if (path != null) {
                String marked = CitationMark.unmarked(path.strip());
                return orRemoved(link(marked, matcher.group("firstD"), matcher.group("lastD"), matcher.group("label")));
            }
            String code = matcher.group("pathC");
            return code == null ? whole : code(code.strip(), matcher).orElse(whole);
        }

        /** Brackets are only used for citations; code may be a host and port or anything else. */
        private Optional<String> code(String path, Matcher matcher) {
            Optional<String> link = link(path, matcher.group("firstC"), matcher.group("lastC"), null);
            return LOOKS_LIKE_A_PATH.matcher(path).matches() ? Optional.of(orRemoved(link)) : link;
        }

        /** Empty when it is no list of citations. */
        private Optional<String> list(String list) {
            Matcher one = ITEM.matcher(list);
            if (!one.matches() || one.group("path") == null) {
                return isList(list) ? Optional.of(links(list)) : Optional.empty();
            }
            String path = String.valueOf(one.group("path")).strip();
            Optional<String> link = link(path, one.group("first"), one.group("last"), null);
            return Optional.of(link.isEmpty() && isList(list) ? links(list) : orRemoved(link));
        }

        private String orRemoved(Optional<String> link) {
            if (link.isPresent()) {
                return link.get();
            }
            removed++;
            return "";
        }

        private boolean isList(String list) {
            Matcher first = ITEM.matcher(SEPARATOR.split(list, 2)[0]);
            return SEPARATOR.matcher(list).find()
                    && first.matches()
                    && first.group("path") != null
                    && SEPARATOR.splitAsStream(list).allMatch(ITEM.asMatchPredicate());
        }

        private String links(String list) {
            StringJoiner links = new StringJoiner(" ");
            String path = "";
            for (String text : SEPARATOR.split(list)) {
                Matcher item = ITEM.matcher(text);
                if (item.matches()) {
                    path = Objects.requireNonNullElse(item.group("path"), path).strip();
                    link(path, item.group("first"), item.group("last"), null)
                            .ifPresentOrElse(links::add, () -> removed++);
                }
            }
            return links.toString();
        }

        private Optional<String> link(
                String path, @Nullable String first, @Nullable String last, @Nullable String label) {
            Optional<Citation> citation = find(path, first, last);
            citation.ifPresent(citations::add);
            return citation.map(
                    found -> Links.source(found.path(), new LineRange(found.firstLine(), found.lastLine()), label));
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
