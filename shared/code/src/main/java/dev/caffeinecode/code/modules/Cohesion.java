package dev.caffeinecode.code.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Groups the files of one folder by how strongly they refer to each other: in rounds, each group joins the one that it is
 * tied to best, as in Borůvka's way to a spanning tree (1926). Each decides by its own ties, strengths count by their
 * powers of two and what is equal is told apart by names, so that a small change moves few files, most often none.
 */
final class Cohesion {
    /** Two calls, or one type that is derived from another: less may be chance. */
    private static final long SUPPORT = 2 * FileTies.CALL;

    /** Of the ties to others that the less tied of two groups has, one in so many must be to the other. */
    private static final int LEAST_SHARE = 8;

    private static final Comparator<Merger> BEST =
            Comparator.comparingInt(Merger::closeness).reversed().thenComparingLong(Merger::key);

    private final ModuleBudget budget;
    private final List<FileGroup> groups = new ArrayList<>();

    /**
     * Two groups that could become one.
     *
     * @param closeness the power of two nearest below what they share of all ties that both have
     * @param key by which pairs that are as close are told apart: as good as random, but always the same
     */
    private record Merger(FileGroup one, FileGroup other, int closeness, long key) {}

    private Cohesion(ModuleBudget budget) {
        this.budget = budget;
    }

    /** Returns groups that have no more tokens than a module may have, unless they are of one stem. */
    static List<FileGroup> groups(List<Placed> files, FileTies ties, ModuleBudget budget) {
        Cohesion cohesion = new Cohesion(budget);
        cohesion.begin(files, ties);
        while (cohesion.mergeSome()) {
            // Each round leaves fewer groups.
        }
        return cohesion.groups;
    }

    /** Files with the same stem are together from the beginning. */
    private void begin(List<Placed> files, FileTies ties) {
        Map<String, FileGroup> byStem = new TreeMap<>();
        Map<String, FileGroup> byPath = new HashMap<>();
        for (Placed file : files) {
            FileGroup group = byStem.computeIfAbsent(file.stem(), FileGroup::new);
            group.add(file);
            byPath.put(file.path(), group);
        }
        groups.addAll(byStem.values());
        byPath.forEach((path, from) -> ties.from(path, (other, strength) -> {
            FileGroup to = byPath.get(other);
            if (to != null) {
                from.tie(to, strength);
            }
        }));
        groups.forEach(FileGroup::settle);
    }

    private boolean mergeSome() {
        List<Merger> mergers = new ArrayList<>();
        groups.forEach(group -> best(group).ifPresent(mergers::add));
        mergers.sort(BEST);
        boolean merged = false;
        for (Merger merger : mergers) {
            FileGroup one = merger.one().merged();
            FileGroup other = merger.other().merged();
            if (one != other && one.tokens() + other.tokens() <= budget.maxTokens()) {
                one.take(other);
                merged = true;
            }
        }
        groups.removeIf(FileGroup::isGone);
        return merged;
    }

    private Optional<Merger> best(FileGroup group) {
        return group.ties().entrySet().stream()
                .filter(tie -> tie.getValue() >= SUPPORT)
                .filter(tie -> group.tokens() + tie.getKey().tokens() <= budget.maxTokens())
                .filter(tie -> tie.getValue() * LEAST_SHARE
                        >= Math.min(group.outside(), tie.getKey().outside()))
                .map(tie -> merger(group, tie.getKey(), tie.getValue()))
                .min(BEST);
    }

    private static Merger merger(FileGroup one, FileGroup other, long strength) {
        double share = (double) strength / one.outside() * strength / other.outside();
        long key = FileGroup.scattered(Math.min(one.key(), other.key()) * 31 + Math.max(one.key(), other.key()));
        return new Merger(one, other, Math.getExponent(share), key);
    }
}
