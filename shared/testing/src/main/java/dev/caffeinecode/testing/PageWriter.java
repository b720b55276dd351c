package dev.caffeinecode.testing;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the Markdown of a page about excerpts; the same excerpts give the same page. */
final class PageWriter {
    private static final int BEYOND_ANY_FILE = 1_000_000;

    private PageWriter() {}

    /** A heading and a paragraph for each file; every line range it cites is in the prompt. */
    static String page(String prompt) {
        List<Excerpt> excerpts = Excerpt.in(prompt);
        if (excerpts.isEmpty()) {
            return "The prompt shows no source, so there is nothing to describe.\n";
        }
        String sections = excerpts.stream().map(PageWriter::section).collect(Collectors.joining("\n"));
        return "# " + title(excerpts) + "\n\nThis page describes " + excerpts.size()
                + (excerpts.size() == 1 ? " file.\n\n" : " files.\n\n") + sections;
    }

    /** The page, with an invented file and invented lines of a real one beside what is true. */
    static String lies(String prompt) {
        String known =
                Excerpt.in(prompt).stream().map(Excerpt::path).findFirst().orElse("README.md");
        return page(prompt)
                + "\n## Internals\n\nThe scheduler retries three times [src/invented/Scheduler.java:10-20]. Its limits"
                + " come from `InventedLimits` [" + known + ":" + BEYOND_ANY_FILE + "-" + (BEYOND_ANY_FILE + 5)
                + "].\n";
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
