package dev.caffeinecode.code.links;

import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.SourceFile;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.mentions.FileMentions;
import dev.caffeinecode.code.pointers.Pointer;
import dev.caffeinecode.code.versions.Versions;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a repository by number and path, with what they define and say. */
final class SourceFiles {
    private final List<IndexedFile> files;
    private final GraphNodes nodes;
    private final @Nullable Family[] families;
    private final Map<String, List<Integer>> byDirectory = new HashMap<>();
    private final Map<String, List<Integer>> byName = new HashMap<>();

    SourceFiles(List<IndexedFile> files) {
        this.files = files;
        this.nodes = new GraphNodes(files.stream().map(IndexedFile::facts).toList(), List.of());
        this.families = new @Nullable Family[files.size()];
        for (int i = 0; i < files.size(); i++) {
            SourceFile file = files.get(i).facts().file();
            families[i] = Family.of(file.language()).orElse(null);
            byDirectory
                    .computeIfAbsent(file.directory(), _ -> new ArrayList<>())
                    .add(i);
            byName.computeIfAbsent(file.name(), _ -> new ArrayList<>()).add(i);
        }
    }

    List<FileFacts> facts() {
        return files.stream().map(IndexedFile::facts).toList();
    }

    int count() {
        return files.size();
    }

    GraphNodes nodes() {
        return nodes;
    }

    FileFacts facts(int file) {
        return files.get(file).facts();
    }

    FileMentions mentions(int file) {
        return files.get(file).mentions();
    }

    Versions versions(int file) {
        return files.get(file).versions();
    }

    List<Pointer> pointers(int file) {
        return files.get(file).pointers();
    }

    Optional<Family> family(int file) {
        return Optional.ofNullable(families[file]);
    }

    String path(int file) {
        return facts(file).path();
    }

    String directory(int file) {
        return facts(file).file().directory();
    }

    Optional<Integer> find(String path) {
        return nodes.find(path);
    }

    /** Returns the files that lie in a folder, without those in folders below it. */
    List<Integer> in(String directory) {
        return byDirectory.getOrDefault(directory, List.of());
    }

    boolean isDirectory(String directory) {
        return byDirectory.containsKey(directory);
    }

    /** Returns the files with a name, wherever they are. */
    List<Integer> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    Symbol symbol(int node) {
        return nodes.symbol(node);
    }

    int fileOf(int node) {
        return nodes.fileOf(node);
    }

    /** Returns the node of the symbol that a symbol is a member of; the file for one at the top. */
    int parent(int node) {
        return nodes.node(fileOf(node), symbol(node).parent());
    }

    /** Returns what is known of the value of a symbol; null if nothing. */
    @Nullable
    String type(int node) {
        return mentions(fileOf(node)).types().get(symbol(node).id().ordinal());
    }

    boolean isType(int node) {
        SymbolKind kind = symbol(node).kind();
        return kind.isType() || kind == SymbolKind.TYPE_ALIAS;
    }
}
