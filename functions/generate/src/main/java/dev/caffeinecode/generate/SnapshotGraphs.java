package dev.caffeinecode.generate;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.format.CodeGraphFormat;
import dev.caffeinecode.code.names.NameIndex;
import dev.caffeinecode.docs.citation.RecentSnapshots;
import dev.caffeinecode.docs.plan.ModulePages;
import dev.caffeinecode.docs.plan.PagePlanner;
import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.SnapshotKeys;
import jakarta.inject.Singleton;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** The code graphs of the snapshots whose pages are being written, and what their wikis have of modules. */
@Singleton
class SnapshotGraphs {
    private final RecentSnapshots<CodeGraph> recent;
    private final RecentSnapshots<ModulePages> modules;
    private final RecentSnapshots<NameIndex> names;

    SnapshotGraphs(ObjectStore objects) {
        this.recent = new RecentSnapshots<>(snapshot -> read(objects, snapshot));
        this.modules = new RecentSnapshots<>(snapshot -> modules(of(snapshot)));
        this.names = new RecentSnapshots<>(snapshot -> NameIndex.of(of(snapshot)));
    }

    /** Returns the pages about modules that a run of the snapshot has. */
    ModulePages modulesOf(Snapshot snapshot) {
        return modules.get(snapshot);
    }

    /** The plan of a run is made of the same graph; what the repository is called shows on no page about modules. */
    private static ModulePages modules(CodeGraph graph) {
        return ModulePages.of(graph, new PagePlanner().plan(graph, "repository"));
    }

    CodeGraph of(Snapshot snapshot) {
        return recent.get(snapshot);
    }

    NameIndex names(Snapshot snapshot) {
        return names.get(snapshot);
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
