package dev.caffeinecode.code.index;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.links.IndexedFile;
import dev.caffeinecode.code.treesitter.SyntaxParser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/**
 * Builds code graphs. Entries are read while they come, by several threads, so that only a few are in memory at once;
 * the graph does not depend on the number of threads. Safe for use by several threads.
 */
public final class CodeIndexer {
    /**
     * Tree-sitter calls itself once for each token when it gives up a file (stack.c, stack_node_release: 112 bytes), up to
     * a million of which files have. Only what is used of it takes memory.
     */
    private static final long STACK_BYTES = 192L * 1024 * 1024;

    private static final ThreadFactory READERS =
            Thread.ofPlatform().name("reader-", 0).stackSize(STACK_BYTES).factory();

    private final IndexOptions options;
    private final FileKeys keys;

    public CodeIndexer(IndexOptions options) {
        this.options = options;
        this.keys = new FileKeys(options);
    }

    /**
     * Reads and links all entries of a commit; see {@link #read}.
     *
     * @throws IllegalStateException if source code cannot be parsed on this system
     * @throws InterruptedException if the calling thread was interrupted; the other threads have ended
     */
    public CodeGraph index(Iterator<SourceBlob> blobs, ProgressListener progress) throws InterruptedException {
        return read(blobs, KnownFiles.NONE, progress).link();
    }

    /** Returns what the reading of an entry depends on; empty if its content has no name. */
    public Optional<FileKey> key(SourceBlob blob) {
        return keys.of(blob);
    }

    /**
     * Reads all entries of a commit, in any order. Of a path that comes more than once only the first is kept. An entry
     * that is known is not read, nor is its content asked for.
     *
     * @param blobs asked by the calling thread only
     * @param known found out by this build of the readers, with any options
     * @throws IllegalStateException if source code cannot be parsed on this system
     * @throws InterruptedException if the calling thread was interrupted; the other threads have ended
     */
    public ReadFiles read(Iterator<SourceBlob> blobs, KnownFiles known, ProgressListener progress)
            throws InterruptedException {
        SyntaxParser.checkPlatform();
        BlobQueue queue = new BlobQueue(options.maxQueuedBytes());
        try (ExecutorService readers = Executors.newFixedThreadPool(options.threads(), READERS)) {
            List<Future<List<Numbered>>> parts = new ArrayList<>();
            for (int i = 0; i < options.threads(); i++) {
                parts.add(readers.submit(() -> read(queue, progress)));
            }
            try {
                List<Numbered> all = distribute(blobs, known, queue, progress);
                queue.close();
                collect(parts, all);
                return new ReadFiles(inOrder(all), options.threads());
            } finally {
                queue.abandon();
            }
        }
    }

    /** Hands over what is to be read, and returns what is known. */
    private List<Numbered> distribute(
            Iterator<SourceBlob> blobs, KnownFiles known, BlobQueue queue, ProgressListener progress)
            throws InterruptedException {
        List<Numbered> found = new ArrayList<>();
        boolean read = true;
        for (long number = 0; read && blobs.hasNext(); number++) {
            SourceBlob next = blobs.next();
            if (!options.rules().isWanted(next.unquotedPath())) {
                continue;
            }
            FileKey key = keys.of(next).orElse(null);
            Optional<IndexedFile> file = Optional.ofNullable(key).flatMap(known::find);
            if (file.isPresent()) {
                found.add(new Numbered(number, new ReadFiles.Entry(key, file.get(), true)));
                progress.indexed(next.path(), next.size());
            } else {
                read = queue.put(new BlobQueue.Numbered(number, key, next.loaded()));
            }
        }
        return found;
    }

    /** What one reading thread does. */
    private List<Numbered> read(BlobQueue queue, ProgressListener progress) throws InterruptedException {
        List<Numbered> indexed = new ArrayList<>();
        try (FileIndexer indexer = new FileIndexer(options, progress)) {
            Optional<BlobQueue.Numbered> next = queue.take();
            while (next.isPresent()) {
                BlobQueue.Numbered entry = next.get();
                SourceBlob blob = entry.blob();
                ReadFiles.Entry read = new ReadFiles.Entry(entry.key(), indexer.index(blob), false);
                indexed.add(new Numbered(entry.number(), read));
                progress.indexed(blob.path(), blob.size());
                next = queue.take();
            }
            return indexed;
        } finally {
            queue.abandon(); // if this thread fails, nobody is to wait for it
        }
    }

    private static void collect(List<Future<List<Numbered>>> parts, List<Numbered> all) throws InterruptedException {
        for (Future<List<Numbered>> part : parts) {
            try {
                all.addAll(part.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a thread that reads source files failed", e.getCause());
            }
        }
    }

    private static List<ReadFiles.Entry> inOrder(List<Numbered> all) {
        all.sort(Comparator.comparing(Numbered::path).thenComparingLong(Numbered::number));
        List<ReadFiles.Entry> entries = new ArrayList<>(all.size());
        for (Numbered each : all) {
            if (entries.isEmpty() || !entries.getLast().path().equals(each.path())) {
                entries.add(each.entry());
            }
        }
        return entries;
    }

    /** A file and how many entries came before it. */
    private record Numbered(long number, ReadFiles.Entry entry) {
        String path() {
            return entry.path();
        }
    }
}
