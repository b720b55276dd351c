package dev.caffeinecode.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The nodes of a code graph by number: first the files, then the symbols of each file, then the packages, each in their
 * order, from 0 without gaps.
 */
public final class GraphNodes {
    private final List<FileFacts> files;
    private final List<ExternalPackage> packages;
    private final Map<String, Integer> numbers;
    /** Of the first symbol of each file, and behind them that of the first package. */
    private final int[] firstSymbols;

    public GraphNodes(List<FileFacts> files, List<ExternalPackage> packages) {
        this.files = files;
        this.packages = packages;
        this.numbers = HashMap.newHashMap(files.size());
        this.firstSymbols = new int[files.size() + 1];
        int next = files.size();
        for (int i = 0; i < files.size(); i++) {
            numbers.put(files.get(i).path(), i);
            firstSymbols[i] = next;
            next += files.get(i).symbols().size();
        }
        firstSymbols[files.size()] = next;
    }

    public int count() {
        return firstPackage() + packages.size();
    }

    public int files() {
        return files.size();
    }

    /** Returns the number of the first package: one more than that of the last symbol. */
    public int firstPackage() {
        return firstSymbols[files.size()];
    }

    public boolean isFile(int node) {
        return node < files.size();
    }

    public boolean isPackage(int node) {
        return node >= firstPackage();
    }

    public boolean isSymbol(int node) {
        return !isFile(node) && !isPackage(node);
    }

    /** Returns the number of a file; empty if it is not in the graph. */
    public Optional<Integer> find(String path) {
        return Optional.ofNullable(numbers.get(path));
    }

    /** Returns the number of a symbol of the file with a number; of the file itself for {@link Symbol#NO_PARENT}. */
    public int node(int file, int ordinal) {
        return ordinal < 0 ? file : firstSymbols[file] + ordinal;
    }

    /**
     * Returns the number of a symbol.
     *
     * @throws IllegalArgumentException if its file is not in the graph
     */
    public int node(SymbolId id) {
        return find(id.path())
                .map(file -> node(file, id.ordinal()))
                .orElseThrow(() -> new IllegalArgumentException("no such file: " + id.path()));
    }

    /** Returns the number of the file that a node is or is in; -1 for a package. */
    public int fileOf(int node) {
        if (isFile(node)) {
            return node;
        }
        if (isPackage(node)) {
            return -1;
        }
        int low = 0;
        int high = files.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firstSymbols[middle] <= node) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    public FileFacts file(int node) {
        return files.get(fileOf(node));
    }

    /** Returns the symbol with a number. */
    public Symbol symbol(int node) {
        int file = fileOf(node);
        return files.get(file).symbols().get(node - firstSymbols[file]);
    }

    public ExternalPackage dependency(int node) {
        return packages.get(node - firstPackage());
    }

    public GraphNode get(int node) {
        if (isFile(node)) {
            return new GraphNode.File(files.get(node).path());
        }
        return isPackage(node)
                ? new GraphNode.External(dependency(node))
                : new GraphNode.Defined(symbol(node).id());
    }
}
