package dev.caffeinecode.docs.export;

import dev.caffeinecode.code.text.TextLines;
import dev.caffeinecode.docs.citation.Sources;
import dev.caffeinecode.docs.markdown.Links;
import dev.caffeinecode.docs.markdown.Markdown;
import dev.caffeinecode.docs.page.Page;
import dev.caffeinecode.docs.page.PageId;
import dev.caffeinecode.docs.page.PageState;
import dev.caffeinecode.docs.plan.PageKind;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A run's pages as a zip of Markdown files that link to each other, with copies of the source files they cite: a wiki
 * that can be read, searched and checked without any server. Same pages, same bytes.
 */
public final class WikiExport {
    private static final String SOURCES = "source/";

    private final About about;
    private final List<Page> pages;
    private final Map<String, String> fileOf = new HashMap<>();
    private final SafeNames sourceNames = new SafeNames();
    private final Set<String> cited = new TreeSet<>();

    /**
     * What the wiki is of.
     *
     * @param repository its name
     * @param url as it was cloned
     * @param commit full id
     * @param template name and version
     * @param writer the model, or what stands for none
     */
    public record About(String repository, String url, String commit, String template, String writer) {}

    /** @param pages of one run, parents anywhere; those without a text say so */
    public WikiExport(About about, List<Page> pages) {
        this.about = about;
        this.pages = List.copyOf(pages);
        for (Page page : pages) {
            fileOf.put(page.slug(), page.kind() == PageKind.OVERVIEW ? "README.md" : page.slug() + ".md");
        }
    }

    /**
     * Writes the zip.
     *
     * @param text of a page that has one
     * @param sources what is cited
     */
    public void write(OutputStream out, Function<Page, String> text, Sources sources) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            LinkRewriter links = new LinkRewriter(this::sourceFile, this::pageFile);
            for (Page page : pages) {
                String file = pageFile(page.slug());
                String body = page.inputDigest() == null ? missing(page) : text.apply(page);
                put(zip, file, links.rewrite(header(page) + body + footer(), file));
            }
            put(zip, "llms.txt", index());
            for (String path : cited) {
                Optional<TextLines> lines = sources.find(path);
                if (lines.isPresent()) {
                    put(zip, sourceFile(path), lines.get());
                }
            }
        }
    }

    private String pageFile(String slug) {
        return Objects.requireNonNullElse(fileOf.get(slug), slug + ".md");
    }

    private String sourceFile(String path) {
        cited.add(path);
        return SOURCES + sourceNames.of(path);
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        open(zip, name);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void put(ZipOutputStream zip, String name, TextLines lines) throws IOException {
        open(zip, name);
        for (int line = 1; line <= lines.count(); line++) {
            zip.write(lines.line(line).getBytes(StandardCharsets.UTF_8));
            zip.write('\n');
        }
        zip.closeEntry();
    }

    private static void open(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
    }

    /** Title, and the way back up. */
    private String header(Page page) {
        List<String> trail = new ArrayList<>();
        for (Page above = parent(page); above != null; above = parent(above)) {
            trail.addFirst(Links.page(above.slug(), above.title()));
        }
        String way = trail.isEmpty() ? "" : String.join(" / ", trail) + "\n\n";
        return way + "# " + Markdown.escape(page.title()) + "\n\n";
    }

    private @Nullable Page parent(Page page) {
        PageId parent = page.parent();
        return parent == null
                ? null
                : pages.stream()
                        .filter(other -> other.id().equals(parent))
                        .findFirst()
                        .orElse(null);
    }

    private static String missing(Page page) {
        String why = page.failure() == null
                ? ""
                : " " + Markdown.escape(page.failure().detail());
        return "This page could not be written." + why + "\n";
    }

    private String footer() {
        return "\n---\n\n" + Markdown.escape(about.repository()) + " at commit "
                + Markdown.code(about.commit().substring(0, 12)) + ", template " + Markdown.code(about.template())
                + ", written by " + Markdown.code(about.writer()) + ". Links with line numbers lead to copies of the"
                + " cited files at that commit.\n";
    }

    /** What the wiki holds, for programs, each page before those below it: the convention of llmstxt.org. */
    private String index() {
        StringBuilder index = new StringBuilder("# " + Markdown.escape(about.repository()) + "\n\n> Documentation of "
                + Markdown.code(about.url()) + " at commit " + about.commit() + ".\n\n## Pages\n\n");
        Map<PageId, List<Page>> below = pages.stream()
                .filter(page -> page.parent() != null)
                .collect(Collectors.groupingBy(page -> Objects.requireNonNull(page.parent())));
        pages.stream().filter(page -> page.parent() == null).forEach(root -> append(index, root, below));
        return index.toString();
    }

    private void append(StringBuilder index, Page page, Map<PageId, List<Page>> below) {
        if (page.state() != PageState.FAILED) {
            index.append("- [")
                    .append(Markdown.escape(page.title()))
                    .append("](")
                    .append(Links.encode(pageFile(page.slug())))
                    .append(")\n");
        }
        below.getOrDefault(page.id(), List.of()).stream()
                .sorted(Comparator.comparingInt(Page::ordinal))
                .forEach(child -> append(index, child, below));
    }
}
