package dev.caffeinecode.docs.citation;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.text.TextLines;
import dev.caffeinecode.docs.markdown.CodeBlocks;
import dev.caffeinecode.docs.markdown.Links;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
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

    /** Lines that the citations of one draft may cite together; their digests take a second. */
    private static final int MAX_LINES = 1_000_000;

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
        Reading reading = read();
        Set<Citation> citations = new LinkedHashSet<>();
        int[] removed = {0};
        String markdown = CodeBlocks.mapOutside(draft, text -> {
            StringBuilder result = new StringBuilder();
            int from = 0;
            for (Mark mark : reading.marks(text)) {
                result.append(text, from, mark.start()).append(mark.link());
                if (mark.link().isEmpty() && !result.isEmpty() && result.charAt(result.length() - 1) == ' ') {
                    result.setLength(result.length() - 1);
                }
                from = mark.end();
                citations.addAll(mark.citations());
                removed[0] += mark.unresolved().size();
            }
            return result.append(text, from, text.length()).toString();
        });
        return new Resolved(markdown, List.copyOf(citations), removed[0]);
    }

    /** Begins with a draft; what its citations may make us read is bounded for all of its texts together. */
    public Reading read() {
        return new Reading();
    }

    /**
     * A citation, several in one pair of brackets, or a code span that cites nothing.
     *
     * @param start offset of its first character
     * @param end offset after its last one
     * @param link what is written in its place: the links of those that resolve, a code span as it was
     * @param citations those that resolve
     * @param unresolved those that do not, as they are written
     */
    public record Mark(int start, int end, String link, List<Citation> citations, List<String> unresolved) {
        public Mark {
            citations = List.copyOf(citations);
            unresolved = List.copyOf(unresolved);
        }

        /** Whether it is code, not a citation. */
        public boolean isCode() {
            return citations.isEmpty() && unresolved.isEmpty();
        }
    }

    /** Reads the texts of one draft. */
    public final class Reading {
        private int linesLeft = MAX_LINES;

        private Reading() {}

        /** Finds the citations and code spans of a text that holds no block of code, in their order. */
        public List<Mark> marks(String text) {
            List<Mark> marks = new ArrayList<>();
            Matcher matcher = ANY.matcher(text);
            while (matcher.find()) {
                Pass pass = new Pass(this, matcher.start(), matcher.end());
                pass.replacement(matcher).ifPresent(link -> marks.add(pass.mark(link)));
            }
            return marks;
        }

        private Optional<Citation> find(String path, @Nullable String firstText, @Nullable String lastText) {
            int first = Integer.parseInt(String.valueOf(firstText));
            int last = lastText == null ? first : Integer.parseInt(lastText);
            if (first < 1 || last < first) {
                return Optional.empty();
            }
            LineRange range = new LineRange(first, last);
            Optional<TextLines> lines = sources.find(path).filter(text -> text.has(range));
            if (lines.isEmpty() || range.count() > linesLeft) {
                return Optional.empty();
            }
            linesLeft -= range.count();
            return Optional.of(new Citation(path, first, last, lines.get().digest(range)));
        }
    }

    /** One match. */
    private static final class Pass {
        private final Reading reading;
        private final int start;
        private final int end;
        private final List<Citation> citations = new ArrayList<>();
        private final List<String> unresolved = new ArrayList<>();

        Pass(Reading reading, int start, int end) {
            this.reading = reading;
            this.start = start;
            this.end = end;
        }

        Mark mark(String link) {
            return new Mark(start, end, link, citations, unresolved);
        }

        /** Empty for brackets that are no citation. */
        Optional<String> replacement(Matcher matcher) {
            String list = matcher.group("list");
            if (list != null) {
                return list(list);
            }
            String path = matcher.group("pathD");
            if (path != null) {
                String marked = CitationMark.unmarked(path.strip());
                String label = matcher.group("label");
                return Optional.of(orRemoved(
                        marked,
                        matcher.group("firstD"),
                        matcher.group("lastD"),
                        link(marked, matcher.group("firstD"), matcher.group("lastD"), label)));
            }
            String code = matcher.group("pathC");
            String whole = String.valueOf(matcher.group());
            return Optional.of(
                    code == null ? whole : code(code.strip(), matcher).orElse(whole));
        }

        /** Brackets are only used for citations; code may be a host and port or anything else. */
        private Optional<String> code(String path, Matcher matcher) {
            String first = matcher.group("firstC");
            String last = matcher.group("lastC");
            Optional<String> link = link(path, first, last, null);
            return LOOKS_LIKE_A_PATH.matcher(path).matches() ? Optional.of(orRemoved(path, first, last, link)) : link;
        }

        /** Empty when it is no list of citations. */
        private Optional<String> list(String list) {
            Matcher one = ITEM.matcher(list);
            if (!one.matches() || one.group("path") == null) {
                return isList(list) ? Optional.of(links(list)) : Optional.empty();
            }
            String path = String.valueOf(one.group("path")).strip();
            Optional<String> link = link(path, one.group("first"), one.group("last"), null);
            return Optional.of(
                    link.isEmpty() && isList(list)
                            ? links(list)
                            : orRemoved(path, one.group("first"), one.group("last"), link));
        }

        private String orRemoved(String path, @Nullable String first, @Nullable String last, Optional<String> link) {
            if (link.isPresent()) {
                return link.get();
            }
            unresolved.add(path + ":" + first + (last == null ? "" : "-" + last));
            return "";
        }

        private static boolean isList(String list) {
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
                    String first = item.group("first");
                    String last = item.group("last");
                    Optional<String> link = link(path, first, last, null);
                    link.ifPresent(links::add);
                    if (link.isEmpty()) {
                        orRemoved(path, first, last, link);
                    }
                }
            }
            return links.toString();
        }

        private Optional<String> link(
                String path, @Nullable String first, @Nullable String last, @Nullable String label) {
            Optional<Citation> citation = reading.find(path, first, last);
            citation.ifPresent(citations::add);
            return citation.map(
                    found -> Links.source(found.path(), new LineRange(found.firstLine(), found.lastLine()), label));
        }
    }
}
