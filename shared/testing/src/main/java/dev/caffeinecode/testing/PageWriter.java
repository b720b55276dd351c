package dev.caffeinecode.testing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the Markdown of a page about excerpts; the same excerpts give the same page. */
final class PageWriter {
    private static final Pattern PAGES_BELOW = Pattern.compile("\nPages below:\n((?:- .*\n)+)");
    private static final Pattern PAGE_BELOW = Pattern.compile("- ([^:]+)(?:: .*)?");

    private PageWriter() {}

    /** A heading and a paragraph for each file; every line range it cites is in the prompt. */
    static String page(String prompt) {
        List<Excerpt> excerpts = Excerpt.in(prompt);
        if (excerpts.isEmpty()) {
            return "No source is shown.\n\n" + pagesBelow(prompt);
        }
        String sections = excerpts.stream().map(PageWriter::section).collect(Collectors.joining("\n"));
        return "# " + title(excerpts) + "\n\nThis page describes " + excerpts.size()
                + (excerpts.size() == 1 ? " file" : " files") + citation(excerpts.getFirst()) + ".\n\n" + sections
                + pagesBelow(prompt);
    }

    /** A sentence for each page that the prompt says stands below. */
    private static String pagesBelow(String prompt) {
        Matcher list = PAGES_BELOW.matcher(prompt);
        return list.find()
                ? String.valueOf(list.group(1))
                        .lines()
                        .map(line -> PAGE_BELOW.matcher(line))
                        .filter(Matcher::matches)
                        .map(page -> "\nSee **" + page.group(1) + "** for what stands below.\n")
                        .collect(Collectors.joining())
                : "";
    }

    /** The first lines that the prompt shows of a file. */
    static String citation(Excerpt excerpt) {
        Excerpt.Range range = excerpt.ranges().getFirst();
        return " [" + excerpt.path() + ":" + range.first() + "-" + range.last() + "]";
    }

    private static String section(Excerpt excerpt) {
        String sentences =
                excerpt.ranges().stream().map(range -> sentence(excerpt, range)).collect(Collectors.joining(" "));
        return "## " + fileName(excerpt.path()) + "\n\n" + sentences + "\n";
    }

    private static String sentence(Excerpt excerpt, Excerpt.Range range) {
        String subject = excerpt.identifier(range)
                .map(identifier -> "`" + identifier + "` is defined or used here")
                .orElse("These lines carry no name");
        return subject + " [" + excerpt.path() + ":" + range.first() + "-" + range.last() + "].";
    }

    private static String title(List<Excerpt> excerpts) {
        String path = excerpts.getFirst().path();
        int slash = path.lastIndexOf('/');
        return slash < 0 ? fileName(path) : path.substring(0, slash);
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
