package dev.caffeinecode.search;

import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.chunks.Chunk;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.queue.Outbox;
import dev.caffeinecode.platform.step.Claim;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.Snapshot;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * What can be searched: of each repository its latest snapshot. It is replaced as a whole, in one transaction, so that a
 * search never sees two snapshots mixed or a half of one.
 */
@Singleton
public class SearchIndex {
    /** Raised when other chunks are cut from the same files. */
    static final int VERSION = 1;

    /** Rows of one statement; chunks have at most 4,000 characters each. */
    private static final int ROWS = 1_000;

    private final SearchableStore searchables;
    private final SymbolStore symbols;
    private final ChunkStore chunks;
    private final EmbeddingQueue embeddings;
    private final Outbox outbox;
    private final Clock clock;

    SearchIndex(
            SearchableStore searchables,
            SymbolStore symbols,
            ChunkStore chunks,
            EmbeddingQueue embeddings,
            Outbox outbox,
            Clock clock) {
        this.searchables = searchables;
        this.symbols = symbols;
        this.chunks = chunks;
        this.embeddings = embeddings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What became of a snapshot. */
    public enum Outcome {
        /** It can be searched from now on. */
        WRITTEN("written"),
        /** It could be searched before. */
        KNOWN("known"),
        /** The repository has another snapshot by now. */
        OUTDATED("outdated");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How much was written. */
    private record Counts(int symbols, int chunks) {}

    /** Another snapshot was chosen in the meantime; the transaction fails and what is to be done is looked at again. */
    private static final class MovedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MovedException() {
            super("the repository has another snapshot", null, false, false);
        }
    }

    /**
     * Makes a snapshot the one that is searched, queues what is to be embedded of it, and ends the step that was to do it.
     * Safe to repeat.
     *
     * @param content asked for only when it has to be written
     * @throws ProblemException {@link ErrorCode#CLAIM_LOST}
     */
    public Outcome write(Claim claim, Snapshot snapshot, Supplier<SnapshotContent> content) {
        while (true) {
            try {
                if (isLatest(snapshot) && !isWritten(snapshot)) {
                    replace(claim, snapshot, content.get());
                    return Outcome.WRITTEN;
                }
                return finish(claim, snapshot);
            } catch (MovedException e) {
                claim.requireHeld();
            }
        }
    }

    /** Called in a transaction: a clone that is about to choose another snapshot ends before it, or waits for it. */
    private boolean lockIfLatest(Snapshot snapshot) {
        return searchables
                .lockLatest(snapshot.repository().value())
                .filter(snapshot.id().value()::equals)
                .isPresent();
    }

    private boolean isLatest(Snapshot snapshot) {
        return outbox.commit(_ -> lockIfLatest(snapshot));
    }

    private boolean isWritten(Snapshot snapshot) {
        return searchables
                .find(snapshot.repository().value())
                .filter(row -> row.snapshotId().equals(snapshot.id().value()) && row.version() == VERSION)
                .isPresent();
    }

    private void replace(Claim claim, Snapshot snapshot, SnapshotContent content) {
        UUID repository = snapshot.repository().value();
        outbox.commit(outgoing -> {
            searchables.lock(repository);
            searchables.delete(repository);
            symbols.delete(repository);
            chunks.deletePlaces(repository);
            Counts counts = insert(claim, repository, content);
            chunks.deleteUnused(repository);
            embeddings.clean(repository);
            if (!lockIfLatest(snapshot)) {
                throw new MovedException();
            }
            claim.finish();
            searchables.save(new SearchableRow(
                    repository,
                    snapshot.id().value(),
                    VERSION,
                    counts.symbols(),
                    counts.chunks(),
                    0,
                    0,
                    clock.instant()));
            embeddings.queueMissing(outgoing, repository);
            return counts;
        });
    }

    private Counts insert(Claim claim, UUID repository, SnapshotContent content) {
        try (var read = content.chunks()) {
            Iterator<Symbol> allSymbols = content.graph().symbols().iterator();
            Iterator<Chunk> allChunks = read.iterator();
            int symbolCount = inParts(claim, allSymbols, (first, part) -> symbols.insert(repository, first, part));
            int chunkCount = inParts(claim, allChunks, (first, part) -> chunks.insert(repository, first, part));
            return new Counts(symbolCount, chunkCount);
        }
    }

    private static <T> int inParts(Claim claim, Iterator<T> rows, BiConsumer<Integer, List<T>> insert) {
        int written = 0;
        List<T> part = new ArrayList<>(ROWS);
        while (rows.hasNext()) {
            part.add(rows.next());
            if (part.size() == ROWS || !rows.hasNext()) {
                claim.requireHeld();
                insert.accept(written, part);
                written += part.size();
                part = new ArrayList<>(ROWS);
            }
        }
        return written;
    }

    /** Ends a step that has nothing to write. */
    private Outcome finish(Claim claim, Snapshot snapshot) {
        return outbox.commit(outgoing -> {
            boolean latest = lockIfLatest(snapshot);
            if (latest && !isWritten(snapshot)) {
                throw new MovedException();
            }
            claim.finish();
            if (!latest) {
                return Outcome.OUTDATED;
            }
            embeddings.queueMissing(outgoing, snapshot.repository().value());
            return Outcome.KNOWN;
        });
    }

    /** Ends a step that cannot succeed: what could be searched before still can. */
    public void abandon(Claim claim) {
        outbox.commit(_ -> {
            claim.finish();
            return claim;
        });
    }

    /**
     * Finds symbols by the beginning of their names, in any case: those with exactly this name first, then short ones.
     *
     * @param prefix not blank; what goes beyond 100 characters is not looked at
     * @param limit at least 1
     */
    public List<FoundSymbol> symbols(RepositoryId repository, String prefix, int limit) {
        if (prefix.isBlank() || limit < 1) {
            throw new IllegalArgumentException("nothing is looked for");
        }
        return symbols.find(repository.value(), StoredText.of(prefix, SymbolStore.INDEXED_CHARACTERS), limit).stream()
                .map(SymbolRow::toFound)
                .toList();
    }
}
