package dev.caffeinecode.docs.citation;

import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.archive.SourceArchive;
import jakarta.inject.Singleton;

/** The source archives of the snapshots whose pages are being written. */
@Singleton
public class SnapshotArchives {
    private final RecentSnapshots<SourceArchive> recent;

    SnapshotArchives(ObjectStore objects) {
        this.recent = new RecentSnapshots<>(
                snapshot -> SourceArchive.open(objects, snapshot.repository(), snapshot.commit()));
    }

    /** The text of a snapshot's files, for one page. */
    public SnapshotSources sources(Snapshot snapshot) {
        return SnapshotSources.of(recent.get(snapshot));
    }
}
