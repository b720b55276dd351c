package dev.caffeinecode.code;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is in one commit of a repository. Immutable; equal for equal commits, however many threads read them.
 *
 * @param files in the order of their paths, each path once
 * @param packages what the repository uses and does not hold, in their order, each once
 * @param references between the {@link #nodes}
 */
public record CodeGraph(List<FileFacts> files, List<ExternalPackage> packages, References references) {
    public CodeGraph {
        files = List.copyOf(files);
        packages = List.copyOf(packages);
        for (int i = 1; i < files.size(); i++) {
            if (files.get(i - 1).path().compareTo(files.get(i).path()) >= 0) {
                throw new IllegalArgumentException(
                        "paths out of order: " + files.get(i).path());
            }
        }
    }

    /** Makes a graph of files that say nothing of each other. */
    public static CodeGraph ofFiles(List<FileFacts> files) {
        int nodes = new GraphNodes(files, List.of()).count();
        return new CodeGraph(files, List.of(), new References.Builder().build(nodes));
    }

    /** Numbers the nodes anew; keep the answer. */
    public GraphNodes nodes() {
        return new GraphNodes(files, packages);
    }

    public Optional<FileFacts> find(String path) {
        int low = 0;
        int high = files.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = files.get(middle).path().compareTo(path);
            if (order == 0) {
                return Optional.of(files.get(middle));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    public Optional<Symbol> find(SymbolId id) {
        List<Symbol> symbols = symbolsOf(id.path());
        return id.ordinal() < symbols.size() ? Optional.of(symbols.get(id.ordinal())) : Optional.empty();
    }

    public Stream<Symbol> symbols() {
        return files.stream().flatMap(facts -> facts.symbols().stream());
    }

    /** Returns the symbols of a file in the order in which they begin; none for a path that is not in the graph. */
    public List<Symbol> symbolsOf(String path) {
        return find(path).map(FileFacts::symbols).orElse(List.of());
    }

    /** Returns the symbols that are members of another, in the order in which they begin. */
    public List<Symbol> childrenOf(Symbol symbol) {
        return symbolsOf(symbol.path()).stream()
                .filter(other -> other.parent() == symbol.id().ordinal())
                .toList();
    }

    public Optional<Symbol> parentOf(Symbol symbol) {
        return symbol.isTopLevel() ? Optional.empty() : find(new SymbolId(symbol.path(), symbol.parent()));
    }

    public List<Command> commands() {
        return files.stream().flatMap(facts -> facts.commands().stream()).toList();
    }

    public List<EntryPoint> entryPoints() {
        return files.stream().flatMap(facts -> facts.entryPoints().stream()).toList();
    }

    public List<Touchpoint> touchpoints() {
        return files.stream().flatMap(facts -> facts.touchpoints().stream()).toList();
    }

    public List<Manifest> manifests() {
        return files.stream()
                .flatMap(facts -> Stream.ofNullable(facts.manifest()))
                .toList();
    }

    /** Returns the paths of the README files, the one nearest to the root first. */
    public List<String> readmes() {
        return files.stream()
                .map(FileFacts::file)
                .filter(file -> file.role() == FileRole.DOCUMENTATION)
                .filter(file -> file.name().toLowerCase(Locale.ROOT).startsWith("readme"))
                .map(SourceFile::path)
                .sorted(Comparator.comparingLong((String path) ->
                                path.chars().filter(c -> c == '/').count())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Returns the languages of the repository's own text files, most bytes first. */
    public List<LanguageShare> languages() {
        Map<Language, LanguageShare> shares = new EnumMap<>(Language.class);
        for (FileFacts facts : files) {
            SourceFile file = facts.file();
            FileContent content = file.content();
            if (content.encoding() != TextEncoding.NONE && isOwn(file.role())) {
                shares.merge(
                        file.language(),
                        new LanguageShare(file.language(), 1, content.lines(), content.bytes()),
                        CodeGraph::sum);
            }
        }
        return shares.values().stream()
                .sorted(Comparator.comparingLong(LanguageShare::bytes)
                        .reversed()
                        .thenComparing(LanguageShare::language))
                .toList();
    }

    private static boolean isOwn(FileRole role) {
        return role != FileRole.GENERATED && role != FileRole.VENDORED;
    }

    private static LanguageShare sum(LanguageShare a, LanguageShare b) {
        return new LanguageShare(a.language(), a.files() + b.files(), a.lines() + b.lines(), a.bytes() + b.bytes());
    }
}
