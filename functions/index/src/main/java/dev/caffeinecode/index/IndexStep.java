package dev.caffeinecode.index;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.LanguageShare;
import dev.caffeinecode.code.format.CodeGraphFormat;
import dev.caffeinecode.code.index.CodeIndexer;
import dev.caffeinecode.code.index.FileKey;
import dev.caffeinecode.code.index.IndexOptions;
import dev.caffeinecode.code.index.KnownFiles;
import dev.caffeinecode.code.index.ProgressListener;
import dev.caffeinecode.code.index.ReadFiles;
import dev.caffeinecode.code.index.SourceBlob;
import dev.caffeinecode.code.rules.PathRules;
import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.step.Claim;
import dev.caffeinecode.platform.step.StepRunner;
import dev.caffeinecode.platform.telemetry.LogKeys;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.SnapshotKeys;
import dev.caffeinecode.repository.Snapshots;
import dev.caffeinecode.repository.archive.ArchiveEntry;
import dev.caffeinecode.repository.archive.SourceArchive;
import dev.caffeinecode.repository.git.EntryKind;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes the code graph of one snapshot and stores it. Doing it again gives the same graph; only files that no snapshot
 * of the repository had lately are read.
 */
@Singleton
class IndexStep implements StepRunner.Work {
    private static final Logger LOG = LoggerFactory.getLogger(IndexStep.class);

    /** Attempts after which the parsers are suspected of killing the worker, and files are listed without symbols. */
    private static final int ATTEMPTS_WITH_PARSERS = 2;

    /** Each is read with a request of its own. */
    private static final int MAX_RULE_FILES = 100;

    private final Snapshots snapshots;
    private final ObjectStore objects;
    private final FileMemory memory;

    IndexStep(Snapshots snapshots, ObjectStore objects, FileMemory memory) {
        this.snapshots = snapshots;
        this.objects = objects;
        this.memory = memory;
    }

    @Override
    public void run(Claim claim) {
        Snapshot snapshot = snapshots.startIndexing(claim);
        SourceArchive archive = SourceArchive.open(objects, snapshot.repository(), snapshot.commit());
        ReadFiles read = read(claim, snapshot, archive);
        CodeGraph graph = link(read);
        claim.requireHeld();
        objects.put(
                SnapshotKeys.codeGraph(snapshot.repository(), snapshot.commit()),
                bytes(graph),
                "application/octet-stream");
        claim.requireHeld();
        memory.keep(snapshot.repository(), read);
        Snapshot.Index figures = figures(graph);
        snapshots.finishIndexing(claim, figures);
        LOG.atInfo()
                .addKeyValue(LogKeys.SNAPSHOT_ID, snapshot.id())
                .addKeyValue(LogKeys.FILES, graph.files().size())
                .addKeyValue(LogKeys.REUSED, read.reused())
                .addKeyValue(LogKeys.SYMBOLS, figures.symbols())
                .log("snapshot indexed");
    }

    private ReadFiles read(Claim claim, Snapshot snapshot, SourceArchive archive) {
        IndexOptions normal = IndexOptions.DEFAULT.withRules(rules(claim, archive));
        IndexOptions options =
                claim.attempt() <= ATTEMPTS_WITH_PARSERS ? normal : normal.withoutParsing(paths(archive));
        CodeIndexer indexer = new CodeIndexer(options);
        Set<FileKey> keys = archive.entries().stream()
                .map(entry -> blob(entry, () -> archive.read(entry)))
                .flatMap(blob -> indexer.key(blob).stream())
                .collect(Collectors.toSet());
        KnownFiles known = memory.recall(snapshot.repository(), keys::contains);
        try {
            return indexer.read(blobs(claim, archive), known, ProgressListener.NONE);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static CodeGraph link(ReadFiles read) {
        try {
            return read.link();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static ProblemException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ProblemException(ErrorCode.INTERNAL, "indexing was interrupted", e);
    }

    /** What files state about others must be known before the first of those is read. */
    private static PathRules rules(Claim claim, SourceArchive archive) {
        PathRules.Builder rules = new PathRules.Builder();
        archive.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.TEXT && PathRules.isStatedIn(entry.path()))
                .limit(MAX_RULE_FILES)
                .forEach(entry -> {
                    claim.requireHeld();
                    rules.add(entry.path(), archive.read(entry));
                });
        return rules.build();
    }

    private static Set<String> paths(SourceArchive archive) {
        return archive.entries().stream().map(ArchiveEntry::path).collect(Collectors.toSet());
    }

    private static Iterator<SourceBlob> blobs(Claim claim, SourceArchive archive) {
        Iterator<SourceArchive.Loaded> entries = archive.load();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public SourceBlob next() {
                claim.requireHeld();
                SourceArchive.Loaded next = entries.next();
                return blob(next.entry(), next::content);
            }
        };
    }

    private static SourceBlob blob(ArchiveEntry entry, Supplier<byte[]> content) {
        SourceBlob blob = switch (entry.kind()) {
            case TEXT -> SourceBlob.file(entry.path(), entry.size(), content);
            case BINARY -> SourceBlob.binary(entry.path(), entry.size());
            case OVERSIZE -> SourceBlob.oversize(entry.path(), entry.size());
            case SYMLINK -> SourceBlob.symlink(entry.path(), entry.size(), content);
            case SUBMODULE -> SourceBlob.submodule(entry.path(), entry.blob());
        };
        return blob.named(entry.blob());
    }

    private static byte[] bytes(CodeGraph graph) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodeGraphFormat.write(graph, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing in memory fails to be written
        }
        return bytes.toByteArray();
    }

    private static Snapshot.Index figures(CodeGraph graph) {
        long lines = graph.languages().stream().mapToLong(LanguageShare::lines).sum();
        String language = graph.languages().stream()
                .filter(share -> share.language().kind() == Language.Kind.PROGRAMMING)
                .findFirst()
                .map(share -> share.language().title())
                .orElse(null);
        return new Snapshot.Index((int) graph.symbols().count(), lines, language);
    }

    @Override
    public void giveUp(Claim claim, ProblemException why) {
        snapshots.failIndexing(claim, why);
    }
}
