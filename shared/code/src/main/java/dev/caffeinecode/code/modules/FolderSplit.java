package dev.caffeinecode.code.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts the files that lie side by side in one folder, when they are too many for one module: by the words that their
 * names begin with, as their authors grouped them; then by what they refer to; and where both say nothing, in
 * alphabetical order at places that depend on the names alone. So a file that comes, goes or grows moves few others.
 */
final class FolderSplit {
    private static final Pattern FIRST_WORD = Pattern.compile("^[^A-Za-z0-9]*([A-Za-z][a-z0-9]*|[A-Z0-9]+|[0-9]+)");

    /** One name in so many may end a part. */
    private static final int CUT_ONE_IN = 4;

    private final String folder;
    private final ModuleBudget budget;
    private final FileTies ties;
    private final Set<String> words = new HashSet<>();

    FolderSplit(String folder, ModuleBudget budget, FileTies ties) {
        this.folder = folder;
        this.budget = budget;
        this.ties = ties;
    }

    /** Makes the folder's module of its own files and the modules below it. */
    Part split(List<Placed> files, List<Part> below) {
        if (tokens(files) <= budget.maxTokens() || (files.size() == 1 && below.isEmpty())) {
            return new Part(folder, "", files, below);
        }
        List<Part> parts = new ArrayList<>(below);
        List<Placed> settings = files.stream().filter(Placed::isSetting).toList();
        List<Placed> rest = new ArrayList<>();
        for (Map.Entry<String, List<Placed>> family : families(files).entrySet()) {
            List<Placed> members = family.getValue();
            boolean together = tokens(members) >= budget.minTokens() && stems(members) > 1;
            boolean alone = tokens(members) > budget.maxTokens() / 2;
            if (together && tokens(members) <= budget.maxTokens()) {
                parts.add(part(family.getKey(), members));
            } else if (together) {
                rest.addAll(cohesive(members, parts));
            } else if (alone) {
                parts.addAll(runs(members));
            } else {
                rest.addAll(members);
            }
        }
        if (tokens(rest) > budget.maxTokens()) {
            rest = cohesive(rest, parts);
        }
        if (tokens(rest) > budget.maxTokens()) {
            parts.addAll(runs(rest));
            rest = new ArrayList<>();
        }
        rest.addAll(settings);
        return new Part(folder, "", rest, parts);
    }

    /** Makes parts of files that belong together by what they refer to; returns the others. */
    private List<Placed> cohesive(List<Placed> files, List<Part> parts) {
        List<Placed> others = new ArrayList<>();
        for (FileGroup group : Cohesion.groups(files, ties, budget)) {
            if (group.stems() > 1 && group.tokens() >= budget.minTokens()) {
                parts.add(part(group.leader(), group.files()));
            } else {
                others.addAll(group.files());
            }
        }
        return others;
    }

    private static Map<String, List<Placed>> families(List<Placed> files) {
        Map<String, List<Placed>> families = new TreeMap<>();
        for (Placed file : files) {
            if (file.isSetting()) {
                continue;
            }
            Matcher word = FIRST_WORD.matcher(file.stem());
            String key = word.find() ? file.stem().substring(0, word.end()).toLowerCase(Locale.ROOT) : file.stem();
            families.computeIfAbsent(key, _ -> new ArrayList<>()).add(file);
        }
        return families;
    }

    /** Cuts files in the order of their names into pieces that fit. */
    private List<Part> runs(List<Placed> files) {
        List<Placed> sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparing(Placed::stem).thenComparing(Placed::path));
        List<List<Placed>> runs = new ArrayList<>();
        List<Placed> run = new ArrayList<>();
        for (Placed file : sorted) {
            if (endsBefore(file, run)) {
                runs.add(run);
                run = new ArrayList<>();
            }
            run.add(file);
        }
        if (tokens(run) < budget.minTokens() && !runs.isEmpty()) {
            runs.getLast().addAll(run);
        } else if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs.stream().map(each -> part(largest(each).stem(), each)).toList();
    }

    private boolean endsBefore(Placed next, List<Placed> run) {
        if (run.isEmpty() || run.getLast().stem().equals(next.stem())) {
            return false;
        }
        long size = tokens(run);
        boolean mayEnd =
                size * 2 > budget.maxTokens() && Math.floorMod(next.stem().hashCode(), CUT_ONE_IN) == 0;
        return mayEnd || size + next.tokens() > budget.maxTokens();
    }

    private static Placed largest(List<Placed> files) {
        return files.stream()
                .max(Comparator.comparingInt(Placed::tokens).thenComparing(Placed::path, Comparator.reverseOrder()))
                .orElseThrow();
    }

    private Part part(String word, List<Placed> files) {
        String unique = word;
        for (int i = 2; !words.add(unique); i++) {
            unique = word + "-" + i;
        }
        return new Part(folder, unique, files, List.of());
    }

    private static long stems(List<Placed> files) {
        return files.stream().map(Placed::stem).distinct().count();
    }

    private static long tokens(List<Placed> files) {
        return files.stream().mapToLong(Placed::tokens).sum();
    }
}
