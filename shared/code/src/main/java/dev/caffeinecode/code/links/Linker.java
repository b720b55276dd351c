package dev.caffeinecode.code.links;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.ExternalPackage;
import dev.caffeinecode.code.Manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Makes a code graph of files that were read one by one: finds out which symbols the names in them are. */
public final class Linker {
    private Linker() {}

    /**
     * Links files.
     *
     * @param files in the order of their paths, each path once
     * @return a graph that depends on nothing but the files
     */
    public static CodeGraph link(List<IndexedFile> files) {
        PackageVersions versions = new PackageVersions(files);
        SourceFiles sources = new SourceFiles(settled(files, versions));
        SymbolTable symbols = new SymbolTable(sources);
        Packages packages = new Packages(sources, versions);
        Imports imports = new Imports(sources, symbols, packages);
        IntFunction<FileScope> scopes = scopes(sources, symbols, imports);
        Values values = new Values(sources, symbols, imports, scopes);
        Edges edges = new Edges(sources.nodes());
        for (int file = 0; file < sources.count(); file++) {
            if (sources.family(file).isPresent()) {
                new MentionLinker(scopes.apply(file), sources, symbols, values, edges).link();
            }
        }
        new PointerLinker(sources, symbols, packages, edges).link();
        List<ExternalPackage> order = packages.all();
        return new CodeGraph(sources.facts(), order, edges.build(packages, order));
    }

    /** Manifests leave names and versions to others; here these are known. */
    private static List<IndexedFile> settled(List<IndexedFile> files, PackageVersions versions) {
        List<IndexedFile> settled = new ArrayList<>(files);
        settled.replaceAll(each -> {
            Manifest manifest = each.facts().manifest();
            return manifest == null ? each : each.with(each.facts().with(versions.settled(manifest)));
        });
        return settled;
    }

    private static IntFunction<FileScope> scopes(SourceFiles files, SymbolTable symbols, Imports imports) {
        Map<Integer, FileScope> known = new HashMap<>();
        return file -> {
            FileScope scope = known.get(file);
            if (scope == null) {
                scope = new FileScope(file, files.family(file).orElseThrow(), files, symbols, imports);
                known.put(file, scope);
            }
            return scope;
        };
    }
}
