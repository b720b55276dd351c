package dev.caffeinecode.generate;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.format.CodeGraphFormat;
import dev.caffeinecode.docs.citation.RecentSnapshots;
import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.SnapshotKeys;
import jakarta.inject.Singleton;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** The code graphs of the snapshots whose pages are being written. */
@Singleton
class SnapshotGraphs {
    private final RecentSnapshots<CodeGraph> recent;

    SnapshotGraphs(ObjectStore objects) {
        this.recent = new RecentSnapshots<>(snapshot -> read(objects, snapshot));
    }

    CodeGraph of(Snapshot snapshot) {
        return recent.get(snapshot);
    }

    private static CodeGraph read(ObjectStore objects, Snapshot snapshot) {
        byte[] bytes = objects.get(SnapshotKeys.codeGraph(snapshot.repository(), snapshot.commit()));
        try {
            return CodeGraphFormat.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new ProblemException(ErrorCode.INTERNAL, "code graph is damaged: " + snapshot.id(), e);
        }
    }
}
