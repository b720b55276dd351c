package dev.caffeinecode.docs.outline;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.docs.citation.CitationMark;
import dev.caffeinecode.docs.markdown.Markdown;
import dev.caffeinecode.docs.write.PageTask;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A module from facts: what its authors say it is for, its files, its public types and functions, its tests. */
final class ModuleOutline {
    private static final int MAX_FILES = 200;
    private static final int MAX_TESTS = 60;
    private static final int README_LINES = 12;
    private static final int MAX_PARTS = 6;

    private final PageTask task;
    private final CodeGraph graph;
    private final List<FileFacts> files;

    ModuleOutline(PageTask task) {
        this.task = task;
        this.graph = task.graph();
        this.files = Facts.code(graph, task.page().brief().files());
    }

    OutlineWriter.Section section() {
        NeighbourOutline neighbours = new NeighbourOutline(task);
        String markdown = purpose()
                + parts()
                + figures()
                + neighbours.below()
                + neighbours.around()
                + fileTable()
                + new ApiOutline(graph, files).markdown()
                + new TouchpointOutline(present(task.page().brief().files())).markdown()
                + others()
                + tests();
        return new OutlineWriter.Section(markdown, summary());
    }

    /** What its authors say in a sentence, else what it is divided into, else its size. */
    private String summary() {
        return readmePath()
                .flatMap(task.sources()::find)
                .map(text -> Introduction.sentence(text))
                .filter(sentence -> !sentence.isEmpty())
                .or(() -> documented().map(Facts::says))
                .or(this::mainTypeSays)
                .orElse((parts().isEmpty() ? figures() : parts()).strip());
    }

    /** What the type says that the module is named after. */
    private Optional<String> mainTypeSays() {
        String title = task.page().title();
        String word = title.substring(Math.max(title.lastIndexOf(' '), title.lastIndexOf('/')) + 1);
        return files.stream()
                .filter(file -> Facts.stem(file).equalsIgnoreCase(word))
                .flatMap(file -> Facts.mainSymbolSays(file).stream())
                .findFirst();
    }

    /** The module's own README or package documentation, whichever is there. */
    private String purpose() {
        return readme().or(this::packageDocumentation).orElse("");
    }

    private Optional<String> readme() {
        return readmePath()
                .flatMap(path -> task.sources().find(path).map(text -> Introduction.of(path, text, README_LINES)))
                .filter(text -> !text.isEmpty());
    }

    /** The README of the folder itself; the overview shows the repository's own. */
    private Optional<String> readmePath() {
        String directory = task.page().brief().directory();
        String prefix = directory + "/";
        return graph.readmes().stream()
                .filter(path -> !directory.isEmpty())
                .filter(path -> path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0)
                .findFirst();
    }

    /** A module, package or namespace that says what it is. */
    private Optional<Symbol> documented() {
        return files.stream()
                .flatMap(file -> file.symbols().stream())
                .filter(symbol -> symbol.kind() == SymbolKind.MODULE && symbol.docstring() != null)
                .findFirst();
    }

    private Optional<String> packageDocumentation() {
        return documented().map(symbol -> {
            Docstring doc = Objects.requireNonNull(symbol.docstring());
            String paragraph = doc.text().split("\n\\s*\n", 2)[0];
            return DocProse.of(paragraph) + " " + CitationMark.of(new Location(symbol.path(), doc.lines())) + "\n\n";
        });
    }

    /** What the folder is divided into; the pages below are listed with what they say at the end. */
    private String parts() {
        List<String> titles = task.children().stream()
                .map(child -> Markdown.escape(child.title()))
                .toList();
        if (titles.isEmpty()) {
            return "";
        }
        String shown = String.join(", ", titles.subList(0, Math.min(MAX_PARTS, titles.size())));
        String more = titles.size() <= MAX_PARTS ? "" : " and " + (titles.size() - MAX_PARTS) + " more";
        return "Divided into " + Facts.count(titles.size(), "module", "modules") + ": " + shown + more + ".\n\n";
    }

    private String figures() {
        List<FileFacts> counted = files.isEmpty() ? present(task.page().brief().tests()) : files;
        if (counted.isEmpty()) {
            return "";
        }
        long lines = counted.stream()
                .mapToLong(file -> file.file().content().lines())
                .sum();
        String directory = task.page().brief().directory();
        return Facts.count(counted.size(), "file", "files") + (files.isEmpty() ? " of tests" : "") + " with "
                + Facts.count(lines, "line", "lines") + " in "
                + (directory.isEmpty() ? "the root folder" : Markdown.code(directory + "/")) + ".\n\n";
    }

    private List<FileFacts> present(List<String> paths) {
        return paths.stream().flatMap(path -> graph.find(path).stream()).toList();
    }

    private String fileTable() {
        if (files.isEmpty()) {
            return "";
        }
        Table table = new Table("File", "Lines", "What it holds");
        files.stream()
                .limit(MAX_FILES)
                .forEach(file -> table.row(
                        Facts.fileLink(file.file(), task.page().brief().directory()),
                        String.valueOf(file.file().content().lines()),
                        Facts.holds(file)));
        String more = files.size() > MAX_FILES
                ? "And " + Facts.count(files.size() - MAX_FILES, "file", "files") + " more.\n\n"
                : "";
        return "## Files\n\n" + table.markdown() + more;
    }

    /** Files that are no code but belong here: configuration, scripts, documents. */
    private String others() {
        Set<String> shown = files.stream().map(FileFacts::path).collect(Collectors.toSet());
        List<FileFacts> rest = present(task.page().brief().files()).stream()
                .filter(file -> !shown.contains(file.path()))
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
        List<FileFacts> tests = present(task.page().brief().tests());
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
