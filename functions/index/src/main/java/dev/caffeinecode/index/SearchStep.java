package dev.caffeinecode.index;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.chunks.Chunk;
import dev.caffeinecode.code.chunks.Chunks;
import dev.caffeinecode.code.format.CodeGraphFormat;
import dev.caffeinecode.code.secret.SecretMask;
import dev.caffeinecode.code.text.TextDecoder;
import dev.caffeinecode.code.text.TextLines;
import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.step.Claim;
import dev.caffeinecode.platform.step.StepRunner;
import dev.caffeinecode.platform.telemetry.LogKeys;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.SnapshotId;
import dev.caffeinecode.repository.SnapshotKeys;
import dev.caffeinecode.repository.Snapshots;
import dev.caffeinecode.repository.archive.SourceArchive;
import dev.caffeinecode.repository.git.EntryKind;
import dev.caffeinecode.search.SearchIndex;
import dev.caffeinecode.search.SnapshotContent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Writes what can be searched of an indexed snapshot: its symbols, and its files cut into chunks. */
@Singleton
class SearchStep implements StepRunner.Work {
    private static final Logger LOG = LoggerFactory.getLogger(SearchStep.class);

    private final Snapshots snapshots;
    private final SearchIndex search;
    private final ObjectStore objects;

    SearchStep(Snapshots snapshots, SearchIndex search, ObjectStore objects) {
        this.snapshots = snapshots;
        this.search = search;
        this.objects = objects;
    }

    @Override
    public void run(Claim claim) {
        Snapshot snapshot = snapshots
                .find(new SnapshotId(claim.id()))
                .orElseThrow(() -> new ProblemException(ErrorCode.CLAIM_LOST, "snapshot is deleted"));
        SearchIndex.Outcome outcome = search.write(claim, snapshot, () -> content(snapshot));
        LOG.atInfo()
                .addKeyValue(LogKeys.SNAPSHOT_ID, snapshot.id())
                .addKeyValue(LogKeys.STATUS, outcome.label())
                .log("snapshot searchable");
    }

    private SnapshotContent content(Snapshot snapshot) {
        CodeGraph graph = graph(snapshot);
        SourceArchive archive = SourceArchive.open(objects, snapshot.repository(), snapshot.commit());
        Stream<SourceArchive.Loaded> files =
                StreamSupport.stream(Spliterators.spliteratorUnknownSize(archive.load(), Spliterator.ORDERED), false);
        return new SnapshotContent(graph, files.flatMap(file -> chunks(graph, file)));
    }

    private CodeGraph graph(Snapshot snapshot) {
        byte[] bytes = objects.get(SnapshotKeys.codeGraph(snapshot.repository(), snapshot.commit()));
        try {
            return CodeGraphFormat.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new ProblemException(ErrorCode.INTERNAL, "code graph is damaged: " + snapshot.id(), e);
        }
    }

    private static Stream<Chunk> chunks(CodeGraph graph, SourceArchive.Loaded file) {
        if (file.entry().kind() != EntryKind.TEXT) {
            return Stream.empty();
        }
        return graph.find(file.entry().path()).stream()
                .flatMap(facts -> text(file.content()).stream().flatMap(lines -> Chunks.of(facts, lines).stream()));
    }

    /** Credentials go no further than the archive, neither into the database nor to a model. */
    private static Optional<TextLines> text(byte[] content) {
        return TextDecoder.decode(content)
                .map(decoded -> TextLines.of(SecretMask.mask(decoded.text()).text()));
    }

    @Override
    public void giveUp(Claim claim, ProblemException why) {
        LOG.atError()
                .setCause(why)
                .addKeyValue(LogKeys.SNAPSHOT_ID, claim.id())
                .addKeyValue(LogKeys.CODE, why.code().label())
                .log("snapshot cannot be searched");
        search.abandon(claim);
    }
}
