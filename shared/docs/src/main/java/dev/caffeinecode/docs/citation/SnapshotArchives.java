package dev.caffeinecode.docs.citation;

import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.SnapshotId;
import dev.caffeinecode.repository.archive.SourceArchive;
import jakarta.inject.Singleton;

import java.util.LinkedHashMap;
import java.util.Map;

/** The lists of files of the snapshots whose pages are being written, the last few kept: snapshots never change. */
@Singleton
public class SnapshotArchives {
    private static final int KEPT = 2;

    private final ObjectStore objects;
    private final Map<SnapshotId, SourceArchive> recent = new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SnapshotId, SourceArchive> eldest) {
            return size() > KEPT;
        }
    };

    SnapshotArchives(ObjectStore objects) {
        this.objects = objects;
    }

    /** The text of a snapshot's files, for one page. */
    public SnapshotSources sources(Snapshot snapshot) {
        return SnapshotSources.of(archive(snapshot));
    }

    /** One thread loads, the others wait for it rather than load the same list again. */
    private synchronized SourceArchive archive(Snapshot snapshot) {
        return recent.computeIfAbsent(
                snapshot.id(), _ -> SourceArchive.open(objects, snapshot.repository(), snapshot.commit()));
    }
}
