package dev.caffeinecode.code.modules;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files of one folder that belong together, and how strongly they are tied to other such groups. */
final class FileGroup {
    private final List<Placed> files = new ArrayList<>();
    private final Map<FileGroup, Long> ties = new HashMap<>();
    private String leader;
    private long leaderKey;
    private int leaderDegree = -1;
    private long tokens;
    private long outside;
    private int stems = 1;
    private @Nullable FileGroup into;

    /** Begins with the files of one stem. */
    FileGroup(String stem) {
        leader = stem;
        leaderKey = scattered(stem.hashCode());
    }

    /** Makes of a number another that tells nothing of it. */
    static long scattered(long number) {
        long mixed = (number ^ number >>> 32) * 0x9e3779b97f4a7c15L;
        return mixed ^ mixed >>> 29;
    }

    void add(Placed file) {
        files.add(file);
        tokens += file.tokens();
    }

    void tie(FileGroup other, long strength) {
        if (other != this) {
            ties.merge(other, strength, Long::sum);
            other.ties.merge(this, strength, Long::sum);
            outside += strength;
            other.outside += strength;
        }
    }

    /** Notes how many ties its files have; to be called once, before it takes others. What only tests leads nobody. */
    void settle() {
        leaderDegree = outside == 0 || tokens == 0 ? -1 : Math.getExponent((double) outside);
    }

    /** Takes in another group. */
    void take(FileGroup other) {
        files.addAll(other.files);
        tokens += other.tokens;
        stems += other.stems;
        boolean follows = other.leaderDegree > leaderDegree
                || (other.leaderDegree == leaderDegree && other.leaderKey < leaderKey);
        if (follows) {
            leader = other.leader;
            leaderDegree = other.leaderDegree;
            leaderKey = other.leaderKey;
        }
        other.ties.forEach((third, strength) -> {
            third.ties.remove(other);
            third.outside -= strength;
            tie(third, strength);
        });
        other.ties.clear();
        other.into = this;
    }

    boolean isGone() {
        return into != null;
    }

    /** Returns the group that this one has become a part of; itself if it has not. */
    FileGroup merged() {
        FileGroup group = this;
        for (FileGroup next = into; next != null; next = next.into) {
            group = next;
        }
        return group;
    }

    List<Placed> files() {
        return files;
    }

    int stems() {
        return stems;
    }

    long tokens() {
        return tokens;
    }

    Map<FileGroup, Long> ties() {
        return ties;
    }

    /** Returns the strength of all ties to other groups. */
    long outside() {
        return outside;
    }

    /** Returns the stem that is tied to most; of those that are to about as much always the same. */
    String leader() {
        return leader;
    }

    /** Returns a number that tells the group from others and is the same as long as its leader is. */
    long key() {
        return leaderKey;
    }
}
