package dev.caffeinecode.local.graph;

import dev.caffeinecode.code.index.SourceBlob;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Lets one thread take what another puts, a few at a time, so that a repository need not fit into memory. */
final class BlobHandover implements Iterator<SourceBlob> {
    private static final int WAITING = 16;

    private final BlockingQueue<Optional<SourceBlob>> queue = new ArrayBlockingQueue<>(WAITING);
    private Optional<SourceBlob> next = Optional.empty();
    private boolean ended;

    void put(SourceBlob blob) throws InterruptedException {
        queue.put(Optional.of(blob));
    }

    void end() throws InterruptedException {
        queue.put(Optional.empty());
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty() && !ended) {
            try {
                next = queue.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ended = next.isEmpty();
        }
        return next.isPresent();
    }

    @Override
    public SourceBlob next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        SourceBlob blob = next.orElseThrow();
        next = Optional.empty();
        return blob;
    }
}
