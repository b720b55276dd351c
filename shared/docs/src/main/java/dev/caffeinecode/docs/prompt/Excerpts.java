package dev.caffeinecode.docs.prompt;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.text.TextLines;
import dev.caffeinecode.code.text.TokenEstimate;
import dev.caffeinecode.docs.write.PageTask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The part of a page's files that explains them best within a number of tokens, line-numbered: small files whole, of
 * large ones the declarations with what their authors say of them.
 */
final class Excerpts {
    /** While many files are to come, one gets no more than this share of what is left. */
    private static final int SHARE = 4;

    /** What stands where lines are left out. */
    private static final String GAP = "      ...\n";

    private static final int GAP_TOKENS = TokenEstimate.of(GAP);

    /** Lines of a declaration that are shown when its body does not fit. */
    private static final int DECLARATION_LINES = 4;

    private final PageTask task;
    private final CodeGraph graph;

    Excerpts(PageTask task) {
        this.task = task;
        this.graph = task.graph();
    }

    String text(int maxTokens) {
        StringBuilder text = new StringBuilder();
        int left = maxTokens;
        List<String> paths = ordered();
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            int share = left / Math.min(SHARE, paths.size() - i);
            Optional<TextLines> lines = task.sources().find(path);
            if (lines.isEmpty() || lines.get().count() == 0 || left < 50) {
                continue;
            }
            String excerpt = excerpt(path, lines.get(), Math.min(left, Math.max(1_000, share)));
            left -= TokenEstimate.of(excerpt);
            text.append(excerpt);
        }
        return text.toString();
    }

    /** Documents and manifests first, then code by how much it offers to others, tests last. */
    private List<String> ordered() {
        List<FileFacts> files = task.page().brief().files().stream()
                .flatMap(path -> graph.find(path).stream())
                .toList();
        return files.stream()
                .sorted(Comparator.comparingInt(Excerpts::rank)
                        .thenComparing(
                                Comparator.comparingInt(Excerpts::offered).reversed())
                        .thenComparing(FileFacts::path))
                .map(FileFacts::path)
                .toList();
    }

    private static int rank(FileFacts file) {
        FileRole role = file.file().role();
        return switch (role) {
            case DOCUMENTATION -> 0;
            case SOURCE, SCHEMA, API_DESCRIPTION -> 1;
            case BUILD, CI, CONTAINER, CONFIGURATION -> 2;
            case TEST, DATA -> 3;
            case GENERATED, VENDORED, BINARY, LFS_POINTER, SYMLINK, SUBMODULE -> 4;
        };
    }

    private static int offered(FileFacts file) {
        return (int) file.symbols().stream().filter(Symbol::isTopLevel).count();
    }

    private String excerpt(String path, TextLines lines, int maxTokens) {
        if (lines.count() < maxTokens) { // or the numbers alone are too much
            String whole = head(path) + lines.numbered(new LineRange(1, lines.count()));
            if (TokenEstimate.of(whole) <= maxTokens) {
                return whole;
            }
        }
        return declarations(path, lines, maxTokens);
    }

    private static String head(String path) {
        return "=== " + path + " ===\n";
    }

    /** Line by line from a set, so that what overlaps is shown once and in order. */
    private String declarations(String path, TextLines lines, int maxTokens) {
        TreeSet<Integer> shown = new TreeSet<>();
        int tokens = TokenEstimate.of(head(path));
        for (LineRange range : wanted(path, lines)) {
            int cost = GAP_TOKENS;
            List<Integer> added = new ArrayList<>();
            for (int line = range.first(); line <= Math.min(range.last(), lines.count()); line++) {
                if (!shown.contains(line)) {
                    added.add(line);
                    cost += TokenEstimate.of(lines.numbered(new LineRange(line, line)));
                }
            }
            if (tokens + cost <= maxTokens) {
                shown.addAll(added);
                tokens += cost;
            }
        }
        StringBuilder text = new StringBuilder(head(path));
        int before = 0;
        for (int line : shown) {
            text.append(line > before + 1 ? GAP : "").append(lines.numbered(new LineRange(line, line)));
            before = line;
        }
        return text.toString();
    }

    private List<LineRange> wanted(String path, TextLines lines) {
        List<LineRange> ranges = new ArrayList<>();
        List<Symbol> symbols = graph.symbolsOf(path);
        for (Symbol symbol : symbols) {
            int first = symbol.docstring() == null
                    ? symbol.lines().first()
                    : Math.min(
                            symbol.docstring().lines().first(), symbol.lines().first());
            int last = Math.min(symbol.lines().last(), symbol.lines().first() + DECLARATION_LINES - 1);
            ranges.add(new LineRange(first, Math.max(first, last)));
        }
        for (int line = 1; line <= lines.count(); line++) {
            ranges.add(new LineRange(line, line));
        }
        return ranges;
    }
}
