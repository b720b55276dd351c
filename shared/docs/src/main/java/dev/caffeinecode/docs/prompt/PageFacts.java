package dev.caffeinecode.docs.prompt;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.Command;
import dev.caffeinecode.code.EntryPoint;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.LanguageShare;
import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.secret.SecretMask;
import dev.caffeinecode.code.text.TokenEstimate;
import dev.caffeinecode.docs.write.PageTask;

import java.util.List;

/** What the parser knows about a page's subject, as plain lines for a prompt. */
final class PageFacts {
    private static final int MAX_LINE = 600;

    private final PageTask task;
    private final CodeGraph graph;
    private final StringBuilder text = new StringBuilder();

    PageFacts(PageTask task) {
        this.task = task;
        this.graph = task.graph();
    }

    /** @param maxTokens after which the rest is left out */
    String text(int maxTokens) {
        switch (task.page().kind()) {
            case OVERVIEW -> {
                languages();
                manifests();
                entryPoints();
            }
            case GETTING_STARTED -> {
                commands(maxTokens);
                manifests();
            }
            case MODULE, GROUP -> symbols(maxTokens);
        }
        return text.isEmpty() ? "(none)" : text.toString().stripTrailing();
    }

    private void line(String line) {
        // Signatures and commands come from the graph, which holds the source as it is.
        String plain = SecretMask.mask(line).text().replaceAll("\\s+", " ");
        text.append("- ").append(plain, 0, Math.min(MAX_LINE, plain.length())).append('\n');
    }

    private boolean full(int maxTokens) {
        return TokenEstimate.of(text) >= maxTokens;
    }

    private void languages() {
        graph.languages().stream().limit(8).forEach(this::language);
    }

    private void language(LanguageShare share) {
        line(share.language().title() + ": " + share.files() + " files, " + share.lines() + " lines");
    }

    private void manifests() {
        graph.manifests().stream().limit(20).forEach(this::manifest);
    }

    private void manifest(Manifest manifest) {
        List<String> needs = manifest.needs();
        line(manifest.path() + " (" + manifest.kind().label() + ")"
                + (manifest.name() == null ? "" : " declares " + manifest.name())
                + (needs.isEmpty()
                        ? ""
                        : ", needs " + String.join(", ", needs.subList(0, Math.min(20, needs.size())))));
    }

    private void entryPoints() {
        graph.entryPoints().stream().limit(20).forEach(this::entryPoint);
    }

    private void entryPoint(EntryPoint point) {
        line("entry point " + point.name() + " at " + point.source());
    }

    private void commands(int maxTokens) {
        for (Command command : graph.commands()) {
            if (full(maxTokens)) {
                return;
            }
            line(command.purpose().label() + ": " + command.line() + " at " + command.source());
        }
    }

    private void symbols(int maxTokens) {
        for (String path : task.page().brief().files()) {
            List<Symbol> symbols = graph.find(path).map(FileFacts::symbols).orElse(List.of());
            for (Symbol symbol : symbols) {
                if (full(maxTokens)) {
                    return;
                }
                if (symbol.isTopLevel()) {
                    line(symbol.kind().label() + " " + symbol.signature() + " at " + symbol.location());
                }
            }
        }
    }
}
