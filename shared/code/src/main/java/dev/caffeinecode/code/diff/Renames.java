package dev.caffeinecode.code.diff;

import dev.caffeinecode.code.FileFacts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds out which files were only renamed: those with the same content, then those that define much the same. */
final class Renames {
    private static final double LEAST_SIMILARITY = 0.6;

    /** What more files than this define tells none of them from another: {@code main}, an empty constructor. */
    private static final int COMMON = 50;

    private static final Comparator<FilePair> BEST = Comparator.comparingDouble(FilePair::similarity)
            .reversed()
            .thenComparing(pair ->
                    !pair.before().file().name().equals(pair.after().file().name()))
            .thenComparing(pair -> pair.before().path())
            .thenComparing(pair -> pair.after().path());

    private final Set<String> taken = new HashSet<>();
    private final List<FilePair> pairs = new ArrayList<>();

    private Renames() {}

    /** Returns each file in at most one pair, the best pairs first. */
    static List<FilePair> of(List<FileFacts> removed, List<FileFacts> added) {
        Renames renames = new Renames();
        renames.take(sameContent(removed, added));
        renames.take(similar(renames.left(removed, "-"), renames.left(added, "+")));
        return renames.pairs;
    }

    private void take(List<FilePair> candidates) {
        candidates.sort(BEST);
        for (FilePair pair : candidates) {
            String before = "-" + pair.before().path();
            String after = "+" + pair.after().path();
            if (!taken.contains(before) && !taken.contains(after)) {
                taken.add(before);
                taken.add(after);
                pairs.add(pair);
            }
        }
    }

    private List<FileFacts> left(List<FileFacts> files, String mark) {
        return files.stream()
                .filter(file -> !taken.contains(mark + file.path()))
                .toList();
    }

    /** Of many copies only so many are compared with each other: which became which is a guess in any case. */
    private static List<FilePair> sameContent(List<FileFacts> removed, List<FileFacts> added) {
        Map<String, List<FileFacts>> later = byContent(added);
        List<FilePair> pairs = new ArrayList<>();
        byContent(removed).forEach((digest, copies) -> {
            for (FileFacts before : copies) {
                later.getOrDefault(digest, List.of()).forEach(after -> pairs.add(new FilePair(before, after, 1)));
            }
        });
        return pairs;
    }

    private static Map<String, List<FileFacts>> byContent(List<FileFacts> files) {
        Map<String, List<FileFacts>> byDigest = new HashMap<>();
        for (FileFacts file : files) {
            String digest = file.file().content().digest();
            if (digest != null && file.file().content().bytes() > 0) {
                List<FileFacts> copies = byDigest.computeIfAbsent(digest, _ -> new ArrayList<>());
                if (copies.size() < COMMON) {
                    copies.add(file);
                }
            }
        }
        return byDigest;
    }

    private static List<FilePair> similar(List<FileFacts> removed, List<FileFacts> added) {
        List<Fingerprint> prints = added.stream().map(Fingerprint::of).toList();
        Map<Long, List<Integer>> holders = new HashMap<>();
        for (int i = 0; i < prints.size(); i++) {
            for (long trait : prints.get(i).traits()) {
                holders.computeIfAbsent(trait, _ -> new ArrayList<>()).add(i);
            }
        }
        List<FilePair> pairs = new ArrayList<>();
        for (FileFacts file : removed) {
            Fingerprint print = Fingerprint.of(file);
            Set<Integer> candidates = new TreeSet<>();
            for (long trait : print.traits()) {
                List<Integer> having = holders.getOrDefault(trait, List.of());
                if (having.size() <= COMMON) {
                    candidates.addAll(having);
                }
            }
            for (int i : candidates) {
                double similarity = print.similarity(prints.get(i));
                if (similarity >= LEAST_SIMILARITY
                        && file.file().language() == added.get(i).file().language()) {
                    pairs.add(new FilePair(file, added.get(i), similarity));
                }
            }
        }
        return pairs;
    }
}
