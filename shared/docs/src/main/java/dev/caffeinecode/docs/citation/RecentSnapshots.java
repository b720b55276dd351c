package dev.caffeinecode.docs.citation;

import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.SnapshotId;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was read of the snapshots whose pages are being written, the last few kept in memory: snapshots never change. Safe
 * for use by several threads.
 */
public final class RecentSnapshots<T> {
    private static final int KEPT = 2;

    private final Function<Snapshot, T> read;
    private final Map<SnapshotId, T> recent = new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SnapshotId, T> eldest) {
            return size() > KEPT;
        }
    };

    public RecentSnapshots(Function<Snapshot, T> read) {
        this.read = read;
    }

    /** One thread reads, the others wait for it rather than read the same again. */
    public synchronized T get(Snapshot snapshot) {
        return recent.computeIfAbsent(snapshot.id(), _ -> read.apply(snapshot));
    }
}
