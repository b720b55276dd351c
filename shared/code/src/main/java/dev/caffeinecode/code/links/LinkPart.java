package dev.caffeinecode.code.links;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Links some files that follow each other. What it finds out it remembers for itself only, so that parts are linked side by
 * side, and what one finds does not depend on others.
 */
final class LinkPart implements Callable<Edges> {
    /** More share the work better and find more of the same out again. */
    private static final int PARTS = 4;

    private final int first;
    private final int end;
    private final SourceFiles files;
    private final SymbolTable symbols;
    private final Imports imports;
    private final Map<Integer, FileScope> scopes = new HashMap<>();

    private LinkPart(int first, int end, SourceFiles files, SymbolTable symbols, Imports imports) {
        this.first = first;
        this.end = end;
        this.files = files;
        this.symbols = symbols;
        this.imports = imports;
    }

    /** Cuts files into parts with about as many mentions each, the same ones on every machine. */
    static List<LinkPart> of(SourceFiles files, SymbolTable symbols, Imports imports) {
        long all = 0;
        for (int file = 0; file < files.count(); file++) {
            all += files.mentions(file).mentions().size();
        }
        List<LinkPart> parts = new ArrayList<>();
        int first = 0;
        long seen = 0;
        for (int file = 0; file < files.count(); file++) {
            seen += files.mentions(file).mentions().size();
            if (seen * PARTS >= all * (parts.size() + 1) && parts.size() < PARTS - 1) {
                parts.add(new LinkPart(first, file + 1, files, symbols, imports));
                first = file + 1;
            }
        }
        parts.add(new LinkPart(first, files.count(), files, symbols, imports));
        return parts;
    }

    @Override
    public Edges call() {
        Edges edges = new Edges(files.nodes());
        Values values = new Values(files, symbols, imports, this::scope);
        for (int file = first; file < end; file++) {
            if (files.family(file).isPresent()) {
                new MentionLinker(scope(file), files, symbols, values, edges).link();
            }
        }
        return edges;
    }

    private FileScope scope(int file) {
        FileScope known = scopes.get(file);
        if (known == null) {
            known = new FileScope(file, files.family(file).orElseThrow(), files, symbols, imports);
            scopes.put(file, known);
        }
        return known;
    }
}
