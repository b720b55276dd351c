package dev.caffeinecode.code.index;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.links.IndexedFile;
import dev.caffeinecode.code.links.Linker;
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

/**
 * Builds code graphs. Entries are read while they come, by several threads, so that only a few are in memory at once;
 * the graph does not depend on the number of threads. Safe for use by several threads.
 */
public final class CodeIndexer {
    private final IndexOptions options;

    public CodeIndexer(IndexOptions options) {
        this.options = options;
    }

    /**
     * Reads all entries of a commit, in any order. Of a path that comes more than once only the first is kept.
     *
     * @param blobs asked by the calling thread only
     * @throws IllegalStateException if source code cannot be parsed on this system
     * @throws InterruptedException if the calling thread was interrupted; the other threads have ended
     */
    public CodeGraph index(Iterator<SourceBlob> blobs, ProgressListener progress) throws InterruptedException {
        SyntaxParser.checkPlatform();
        BlobQueue queue = new BlobQueue(options.maxQueuedBytes());
        try (ExecutorService readers = Executors.newFixedThreadPool(options.threads())) {
            List<Future<List<Indexed>>> parts = new ArrayList<>();
            for (int i = 0; i < options.threads(); i++) {
                parts.add(readers.submit(() -> read(queue, progress)));
            }
            try {
                boolean wanted = true;
                while (wanted && blobs.hasNext()) {
                    SourceBlob next = blobs.next();
                    wanted = !options.rules().isWanted(next.unquotedPath()) || queue.put(next);
                }
                queue.close();
                return graph(parts, readers);
            } finally {
                queue.abandon();
            }
        }
    }

    /** What one reading thread does. */
    private List<Indexed> read(BlobQueue queue, ProgressListener progress) throws InterruptedException {
        List<Indexed> indexed = new ArrayList<>();
        try (FileIndexer indexer = new FileIndexer(options, progress)) {
            Optional<BlobQueue.Numbered> next = queue.take();
            while (next.isPresent()) {
                SourceBlob blob = next.get().blob();
                indexed.add(new Indexed(next.get().number(), indexer.index(blob)));
                progress.indexed(blob.path(), blob.size());
                next = queue.take();
            }
            return indexed;
        } finally {
            queue.abandon(); // if this thread fails, nobody is to wait for it
        }
    }

    private static CodeGraph graph(List<Future<List<Indexed>>> parts, ExecutorService threads)
            throws InterruptedException {
        List<Indexed> all = new ArrayList<>();
        for (Future<List<Indexed>> part : parts) {
            try {
                all.addAll(part.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a thread that reads source files failed", e.getCause());
            }
        }
        all.sort(Comparator.comparing(Indexed::path).thenComparingLong(Indexed::number));
        List<IndexedFile> files = new ArrayList<>(all.size());
        for (Indexed each : all) {
            if (files.isEmpty() || !files.getLast().facts().path().equals(each.path())) {
                files.add(each.file());
            }
        }
        return Linker.link(files, threads);
    }

    /** A file and how many entries came before it. */
    private record Indexed(long number, IndexedFile file) {
        String path() {
            return file.facts().path();
        }
    }
}
