package dev.caffeinecode.code.links;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.ExternalPackage;
import dev.caffeinecode.code.Manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Makes a code graph of files that were read one by one: finds out which symbols the names in them are. */
public final class Linker {
    private Linker() {}

    /**
     * Links files.
     *
     * @param files in the order of their paths, each path once
     * @param threads that help with it
     * @return a graph that depends on nothing but the files
     * @throws InterruptedException if the calling thread was interrupted
     */
    public static CodeGraph link(List<IndexedFile> files, ExecutorService threads) throws InterruptedException {
        PackageVersions versions = new PackageVersions(files);
        SourceFiles sources = new SourceFiles(settled(files, versions));
        SymbolTable symbols = new SymbolTable(sources);
        Packages packages = new Packages(sources, versions);
        Imports imports = new Imports(sources, symbols, packages);
        Edges edges = new Edges(sources.nodes());
        for (Future<Edges> part : threads.invokeAll(LinkPart.of(sources, symbols, imports))) {
            edges.addAll(done(part));
        }
        new PointerLinker(sources, symbols, packages, edges).link();
        List<ExternalPackage> order = packages.all();
        return new CodeGraph(sources.facts(), order, edges.build(packages, order));
    }

    private static Edges done(Future<Edges> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread that links source files failed", e.getCause());
        }
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
}
