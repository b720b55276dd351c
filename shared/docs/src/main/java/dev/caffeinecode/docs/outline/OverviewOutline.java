package dev.caffeinecode.docs.outline;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.LanguageShare;
import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.NoteKind;
import dev.caffeinecode.code.SourceFile;
import dev.caffeinecode.code.text.TextLines;
import dev.caffeinecode.docs.citation.CitationMark;
import dev.caffeinecode.docs.write.PageTask;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The repository from facts: what its README says, languages, licence, links, the README's other sections. */
final class OverviewOutline {
    private static final int INTRODUCTION_LINES = 30;
    private static final int MAX_LANGUAGES = 12;
    private static final int MAX_SECTIONS = 40;
    private static final int MAX_ELSEWHERE = 40;

    /** The pages about modules have the others. */
    private static final int MAX_TOUCHPOINTS = 30;

    private final PageTask task;
    private final CodeGraph graph;

    OverviewOutline(PageTask task) {
        this.task = task;
        this.graph = task.graph();
    }

    OutlineWriter.Section section() {
        Optional<String> path = graph.readmes().stream().findFirst().filter(readme -> !readme.contains("/"));
        Optional<TextLines> readme = path.flatMap(task.sources()::find);
        String introduction = readme.map(text -> Introduction.of(path.get(), text, INTRODUCTION_LINES))
                .orElse("");
        String markdown = description()
                + introduction
                + new NeighbourOutline(task).below()
                + languages()
                + new TouchpointOutline(graph.files()).served(MAX_TOUCHPOINTS)
                + elsewhere()
                + readme.map(text -> sections(path.get(), text)).orElse("");
        return new OutlineWriter.Section(
                markdown, readme.map(Introduction::sentence).orElse(""));
    }

    /** What the build file at the root calls itself. */
    private String description() {
        return graph.manifests().stream()
                .filter(manifest -> !manifest.path().contains("/") && manifest.description() != null)
                .findFirst()
                .map(manifest -> Facts.plain(Objects.requireNonNull(manifest.description())) + licence(manifest) + " ("
                        + Facts.fileLink(manifest.path()) + ")\n\n")
                .orElse("");
    }

    private static String licence(Manifest manifest) {
        return manifest.license() == null ? "" : " Licence: " + Facts.plain(manifest.license()) + ".";
    }

    private String languages() {
        List<LanguageShare> shares = graph.languages().stream()
                .filter(share -> share.language().kind() != Language.Kind.OTHER)
                .toList();
        long all = Math.max(1, shares.stream().mapToLong(LanguageShare::lines).sum());
        Table table = new Table("Language", "Files", "Lines", "Share");
        shares.stream()
                .limit(MAX_LANGUAGES)
                .forEach(share -> table.row(
                        share.language().title(),
                        String.format(Locale.ROOT, "%,d", share.files()),
                        String.format(Locale.ROOT, "%,d", share.lines()),
                        percent(share.lines(), all)));
        long symbols = graph.symbols().count();
        return "## Languages\n\n" + table.markdown()
                + Facts.count(graph.files().size(), "file", "files") + " in all, "
                + Facts.count(symbols, "symbol", "symbols") + " in the code.\n\n";
    }

    /** What is no content of this repository; links are shown, never followed. */
    private String elsewhere() {
        List<SourceFile> entries = graph.files().stream()
                .map(FileFacts::file)
                .filter(file -> file.role() == FileRole.SYMLINK || file.role() == FileRole.SUBMODULE)
                .toList();
        Table table = new Table("Path", "What it is", "Where it leads");
        entries.stream()
                .limit(MAX_ELSEWHERE)
                .forEach(file -> table.row(Facts.code(file.path()), file.role().label(), target(file)));
        String more = entries.size() > MAX_ELSEWHERE ? "And " + (entries.size() - MAX_ELSEWHERE) + " more.\n\n" : "";
        return table.isEmpty() ? "" : "## Links and submodules\n\n" + table.markdown() + more;
    }

    private static String target(SourceFile file) {
        return file.notes().stream()
                .filter(note -> note.kind() == NoteKind.LINK || note.kind() == NoteKind.SUBMODULE)
                .map(note -> Facts.code(note.text()))
                .collect(Collectors.joining());
    }

    private static String percent(long part, long all) {
        return part * 100 < all ? "\\<1 %" : String.format(Locale.ROOT, "%.0f %%", 100.0 * part / all);
    }

    private static String sections(String path, TextLines text) {
        Readme readme = Readme.of(path, text);
        List<Readme.Section> sections = readme.sections().stream()
                .filter(section -> section.level() > 0 && section.level() <= 3)
                .toList();
        if (sections.size() < 2) {
            return "";
        }
        StringBuilder list = new StringBuilder("## What the README covers\n\n");
        sections.stream()
                .limit(MAX_SECTIONS)
                .forEach(section -> list.append("  ".repeat(Math.max(0, section.level() - 2)))
                        .append("- ")
                        .append(DocProse.of(section.heading()))
                        .append(' ')
                        .append(CitationMark.of(readme.location(section), Facts.range(section.lines())))
                        .append('\n'));
        return list.append('\n').toString();
    }
}
