package dev.caffeinecode.code.index;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The entries between the one thread that brings them and those that read them, bounded by their bytes. */
final class BlobQueue {
    private static final int MAX_ENTRIES = 2_000;

    /** An entry and how many came before it. */
    record Numbered(long number, SourceBlob blob) {}

    private final int maxBytes;
    private final Deque<Numbered> waiting = new ArrayDeque<>();
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long bytes;
    private long count;
    private boolean closed;

    BlobQueue(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Adds an entry as soon as there is room; returns false if nobody will read it. */
    boolean put(SourceBlob blob) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && !waiting.isEmpty() && (isFull(blob) || waiting.size() >= MAX_ENTRIES)) {
                changed.await();
            }
            if (closed) {
                return false;
            }
            waiting.addLast(new Numbered(count++, blob));
            bytes += blob.content().length;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull(SourceBlob next) {
        return bytes + next.content().length > maxBytes;
    }

    /** Takes the next entry as soon as there is one; empty if none will come. */
    Optional<Numbered> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && waiting.isEmpty()) {
                changed.await();
            }
            Numbered next = waiting.pollFirst();
            if (next == null) {
                return Optional.empty();
            }
            bytes -= next.blob().content().length;
            changed.signalAll();
            return Optional.of(next);
        } finally {
            lock.unlock();
        }
    }

    /** Says that nothing more comes; what waits is still read. */
    void close() {
        end(false);
    }

    /** Says that nothing more comes and nothing more is to be read. */
    void abandon() {
        end(true);
    }

    private void end(boolean drop) {
        lock.lock();
        try {
            closed = true;
            if (drop) {
                waiting.clear();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
