package dev.caffeinecode.generate;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.format.CodeGraphFormat;
import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.SnapshotId;
import dev.caffeinecode.repository.SnapshotKeys;
import jakarta.inject.Singleton;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The code graphs of the snapshots whose pages are being written, the last few kept in memory: graphs never change. */
@Singleton
class SnapshotGraphs {
    private static final int KEPT = 2;

    private final ObjectStore objects;
    private final Map<SnapshotId, CodeGraph> recent = new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SnapshotId, CodeGraph> eldest) {
            return size() > KEPT;
        }
    };

    SnapshotGraphs(ObjectStore objects) {
        this.objects = objects;
    }

    /** One thread loads, the others wait for it rather than load the same graph again. */
    synchronized CodeGraph of(Snapshot snapshot) {
        CodeGraph known = recent.get(snapshot.id());
        if (known != null) {
            return known;
        }
        byte[] bytes = objects.get(SnapshotKeys.codeGraph(snapshot.repository(), snapshot.commit()));
        try {
            CodeGraph graph = CodeGraphFormat.read(new ByteArrayInputStream(bytes));
            recent.put(snapshot.id(), graph);
            return graph;
        } catch (IOException e) {
            throw new ProblemException(ErrorCode.INTERNAL, "code graph is damaged: " + snapshot.id(), e);
        }
    }
}
