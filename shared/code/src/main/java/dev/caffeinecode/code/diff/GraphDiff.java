package dev.caffeinecode.code.diff;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileContent;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.SourceFile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What changed from one graph to another. Equal for equal graphs.
 *
 * @param files in the order of their paths
 * @param symbols in the order of their paths and ordinals, those that are no more before those that are
 */
public record GraphDiff(List<FileChange> files, List<SymbolChange> symbols) {
    public GraphDiff {
        files = List.copyOf(files);
        symbols = List.copyOf(symbols);
    }

    /** Compares two graphs; of files whose content is the same nothing else is compared. */
    public static GraphDiff between(CodeGraph before, CodeGraph after) {
        List<FileFacts> removed = new ArrayList<>();
        List<FileFacts> added = new ArrayList<>();
        List<FilePair> changed = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.files().size() || j < after.files().size()) {
            int order = order(before.files(), i, after.files(), j);
            if (order < 0) {
                removed.add(before.files().get(i++));
            } else if (order > 0) {
                added.add(after.files().get(j++));
            } else {
                FilePair pair =
                        new FilePair(before.files().get(i++), after.files().get(j++), 1);
                if (!isSame(pair.before().file(), pair.after().file())) {
                    changed.add(pair);
                }
            }
        }
        List<FilePair> renamed = Renames.of(removed, added);
        Set<String> oldPaths =
                renamed.stream().map(pair -> pair.before().path()).collect(Collectors.toSet());
        Set<String> newPaths = renamed.stream().map(pair -> pair.after().path()).collect(Collectors.toSet());
        removed.removeIf(file -> oldPaths.contains(file.path()));
        added.removeIf(file -> newPaths.contains(file.path()));
        SymbolPairs symbols = new SymbolPairs();
        changed.forEach(symbols::files);
        renamed.forEach(symbols::files);
        removed.forEach(file -> symbols.add(file.symbols(), List.of()));
        added.forEach(file -> symbols.add(List.of(), file.symbols()));
        return new GraphDiff(files(removed, added, changed, renamed), symbols.changes());
    }

    public boolean isEmpty() {
        return files.isEmpty() && symbols.isEmpty();
    }

    /** Orders two files by their paths; one behind the end of its list comes last. */
    private static int order(List<FileFacts> before, int i, List<FileFacts> after, int j) {
        if (i == before.size()) {
            return 1;
        }
        return j == after.size()
                ? -1
                : before.get(i).path().compareTo(after.get(j).path());
    }

    /** Without digests, files that are as large are taken for the same. */
    private static boolean isSame(SourceFile before, SourceFile after) {
        FileContent a = before.content();
        FileContent b = after.content();
        boolean content = Objects.equals(a.digest(), b.digest()) && a.bytes() == b.bytes();
        return content && before.kind() == after.kind() && before.notes().equals(after.notes());
    }

    private static List<FileChange> files(
            List<FileFacts> removed, List<FileFacts> added, List<FilePair> changed, List<FilePair> renamed) {
        List<FileChange> files = new ArrayList<>();
        removed.forEach(file -> files.add(new FileChange.Removed(file.path())));
        added.forEach(file -> files.add(new FileChange.Added(file.path())));
        changed.forEach(pair -> files.add(new FileChange.Changed(pair.after().path())));
        renamed.forEach(pair -> files.add(
                new FileChange.Renamed(pair.after().path(), pair.before().path(), pair.similarity())));
        files.sort(Comparator.comparing(FileChange::path));
        return files;
    }
}
