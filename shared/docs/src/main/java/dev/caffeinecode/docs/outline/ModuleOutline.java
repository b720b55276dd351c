package dev.caffeinecode.docs.outline;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.text.TextLines;
import dev.caffeinecode.docs.citation.CitationMark;
import dev.caffeinecode.docs.markdown.Markdown;
import dev.caffeinecode.docs.write.PageTask;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A module from facts: what its authors say it is for, its files, its public types and functions, its tests. */
final class ModuleOutline {
    private static final int MAX_FILES = 200;
    private static final int MAX_TESTS = 60;

    private final PageTask task;
    private final CodeGraph graph;
    private final List<FileFacts> files;

    ModuleOutline(PageTask task) {
        this.task = task;
        this.graph = task.graph();
        this.files = Facts.code(graph, task.page().brief().files());
    }

    String markdown() {
        return purpose() + figures() + fileTable() + new ApiOutline(graph, files).markdown() + others() + tests();
    }

    /** The module's own README or package documentation, whichever is there. */
    private String purpose() {
        return readme().or(this::packageDocumentation).orElse("");
    }

    private Optional<String> readme() {
        String prefix = task.page().brief().directory().isEmpty()
                ? ""
                : task.page().brief().directory() + "/";
        if (prefix.isEmpty()) {
            return Optional.empty(); // the overview shows the repository's own
        }
        return graph.readmes().stream()
                .filter(path -> path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0)
                .findFirst()
                .flatMap(path -> task.sources().find(path).map(text -> introduction(path, text)));
    }

    private static String introduction(String path, TextLines text) {
        return Introduction.of(path, text, 12);
    }

    private Optional<String> packageDocumentation() {
        return Stream.concat(
                        documented(files.stream().flatMap(file -> file.symbols().stream()), SymbolKind.MODULE),
                        Stream.empty())
                .findFirst()
                .map(symbol -> {
                    Docstring doc = Objects.requireNonNull(symbol.docstring());
                    String paragraph = doc.text().split("\n\\s*\n", 2)[0];
                    return DocProse.of(paragraph) + " " + CitationMark.of(new Location(symbol.path(), doc.lines()))
                            + "\n\n";
                });
    }

    private static Stream<Symbol> documented(Stream<Symbol> symbols, SymbolKind kind) {
        return symbols.filter(symbol -> symbol.kind() == kind && symbol.docstring() != null);
    }

    private String figures() {
        long lines =
                files.stream().mapToLong(file -> file.file().content().lines()).sum();
        if (files.isEmpty()) {
            return "";
        }
        String where = task.page().brief().directory().isEmpty()
                ? "the root folder"
                : Markdown.code(task.page().brief().directory() + "/");
        return Facts.count(files.size(), "file", "files") + " with " + Facts.count(lines, "line", "lines") + " in "
                + where + ".\n\n";
    }

    private String fileTable() {
        if (files.isEmpty()) {
            return "";
        }
        Table table = new Table("File", "Lines", "What it holds");
        files.stream()
                .limit(MAX_FILES)
                .forEach(file -> table.row(
                        Facts.nameLink(file.file()),
                        String.valueOf(file.file().content().lines()),
                        Facts.holds(file)));
        String more = files.size() > MAX_FILES
                ? "And " + Facts.count(files.size() - MAX_FILES, "file", "files") + " more.\n\n"
                : "";
        return "## Files\n\n" + table.markdown() + more;
    }

    /** Files that are no code but belong here: configuration, scripts, documents. */
    private String others() {
        List<FileFacts> rest = task.page().brief().files().stream()
                .flatMap(path -> graph.find(path).stream())
                .filter(file -> !files.contains(file))
                .toList();
        if (rest.isEmpty()) {
            return "";
        }
        Table table = new Table("File", "Role", "Lines");
        rest.stream()
                .limit(MAX_TESTS)
                .forEach(file -> table.row(
                        Facts.fileLink(file.path()),
                        file.file().role().label(),
                        String.valueOf(file.file().content().lines())));
        return "## Other files\n\n" + table.markdown();
    }

    private String tests() {
        List<FileFacts> tests = task.page().brief().tests().stream()
                .flatMap(path -> graph.find(path).stream())
                .toList();
        if (tests.isEmpty()) {
            return "";
        }
        Table table = new Table("Test", "Lines", "What it holds");
        tests.stream()
                .limit(MAX_TESTS)
                .forEach(file -> table.row(
                        Facts.fileLink(file.path()),
                        String.valueOf(file.file().content().lines()),
                        Facts.holds(file)));
        String more = tests.size() > MAX_TESTS
                ? "And " + Facts.count(tests.size() - MAX_TESTS, "file", "files") + " more.\n\n"
                : "";
        return "## Tests\n\n" + table.markdown() + more;
    }
}
